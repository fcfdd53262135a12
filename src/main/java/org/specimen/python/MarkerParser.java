package org.specimen.python;

import java.util.ArrayList;
import java.util.List;

/** The grammar of markers (PEP 508, "Grammar": marker). */
final class MarkerParser {

    /** How deep parentheses may be nested; no marker that a person wrote comes near. */
    static final int MAX_DEPTH = 100;

    /** Longer symbols stand before their beginnings. */
    private static final List<Marker.Operator> SYMBOLS = List.of(
            Marker.Operator.IDENTICAL,
            Marker.Operator.EQUAL,
            Marker.Operator.COMPATIBLE,
            Marker.Operator.NOT_EQUAL,
            Marker.Operator.AT_MOST,
            Marker.Operator.AT_LEAST,
            Marker.Operator.LESS,
            Marker.Operator.GREATER);

    private final DependencyText text;
    private int depth;

    MarkerParser(DependencyText text) {
        this.text = text;
    }

    static Marker parseWhole(String text) {
        DependencyText source = new DependencyText(text);
        Marker marker = new MarkerParser(source).parse();
        if (!source.atEnd()) {
            throw source.expected("'and', 'or' or the end of the marker");
        }
        return marker;
    }

    /** Reads a marker and the space around it. */
    Marker parse() {
        List<Marker> alternatives = new ArrayList<>();
        do {
            alternatives.add(conjunction());
        } while (text.skipWord("or"));
        return alternatives.size() == 1 ? alternatives.get(0) : new Marker.Or(alternatives);
    }

    private Marker conjunction() {
        List<Marker> conditions = new ArrayList<>();
        do {
            conditions.add(condition());
        } while (text.skipWord("and"));
        return conditions.size() == 1 ? conditions.get(0) : new Marker.And(conditions);
    }

    private Marker condition() {
        text.skipSpace();
        int start = text.position();
        Marker condition;
        if (text.skip('(')) {
            if (++depth > MAX_DEPTH) {
                throw text.error("parentheses nested more than " + MAX_DEPTH + " deep", start);
            }
            condition = parse();
            depth--;
            if (!text.skip(')')) {
                throw text.expected("')' for the '(' at column " + (start + 1));
            }
        } else {
            condition = comparison();
        }
        text.skipSpace();
        return condition;
    }

    private Marker comparison() {
        Marker.Operand left = operand();
        text.skipSpace();
        Marker.Operator operator = operator();
        text.skipSpace();
        return new Marker.Comparison(left, operator, operand());
    }

    private Marker.Operand operand() {
        if (text.at('"') || text.at('\'')) {
            return literal();
        }
        for (MarkerVariable variable : MarkerVariable.values()) {
            for (String spelling : variable.spellings()) {
                if (text.skipWord(spelling)) {
                    return variable;
                }
            }
        }
        throw text.expected("a marker variable or a quoted text");
    }

    private Marker.Literal literal() {
        int start = text.position();
        int end = text.text().indexOf(text.text().charAt(start), start + 1);
        if (end < 0) {
            throw text.expected("a marker variable or a quoted text that ends");
        }
        text.moveTo(end + 1);
        try {
            return new Marker.Literal(PythonString.decode(text.text().substring(start + 1, end)));
        } catch (IllegalArgumentException e) {
            throw text.error("not a quoted text of Python (" + e.getMessage() + ")", start);
        }
    }

    private Marker.Operator operator() {
        if (text.skipWord("in")) {
            return Marker.Operator.IN;
        }
        if (text.skipWord("not")) {
            if (!text.skipSpace()) {
                throw text.expected("a space after 'not'");
            }
            if (!text.skipWord("in")) {
                throw text.expected("'in' after 'not'");
            }
            return Marker.Operator.NOT_IN;
        }
        for (Marker.Operator symbol : SYMBOLS) {
            if (text.skip(symbol.toString())) {
                return symbol;
            }
        }
        throw text.expected("one of <=, <, !=, ==, >=, >, ~=, ===, in, not in");
    }
}
