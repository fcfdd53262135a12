/**
 * The files that Specimen writes: plan and lockfile become text, text is compared with what is there, and applied so that
 * nothing is lost.
 *
 * <p>The way through, in order:
 *
 * <ol>
 *   <li>{@link org.specimen.files.Applier#recover} finishes or undoes what an interrupted run left.
 *   <li>{@link org.specimen.files.Comparison#of} takes a function that renders the files for given {@link
 *       org.specimen.files.FileNames}. Files name each other (a Dockerfile copies requirements.txt), and a foreign
 *       file moves ours beside it, so names and texts depend on each other: it renders with the usual names, gives one
 *       file that must lie beside a foreign one its other name, and renders again until every name is settled. Names
 *       only ever move aside, so this ends after at most as many rounds as there are roles.
 *   <li>{@link org.specimen.files.Comparison#written} goes into the plan, and {@link
 *       org.specimen.files.Comparison#with} adds the plan's own file, specimen.yml, to the set. It names no file that
 *       could move, so it needs no settling.
 *   <li>{@link org.specimen.files.Applier#apply} writes the set, all or nothing.
 *   <li>{@link org.specimen.files.Undo#last} says what taking the last write back would do, and does it.
 * </ol>
 *
 * <p>Everything that makes this safe lies in the folder {@code .specimen} of the project: {@code writing} is the journal
 * of the write under way, {@code backup/0001} and onwards are the finished ones with what they replaced.
 */
@NullMarked
package org.specimen.files;

import org.jspecify.annotations.NullMarked;
