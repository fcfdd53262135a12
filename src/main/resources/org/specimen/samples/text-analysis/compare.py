"""Do two kinds of model agree with a human reader about comments from a survey?

``python compare.py`` uses recorded answers of the language model. ``--online`` asks it again,
``--skip-pretrained`` leaves out the model that has to be downloaded first.
"""

import argparse
from pathlib import Path

import pandas as pd
from sklearn.metrics import accuracy_score, cohen_kappa_score

import language_model
import pretrained_model

PROJECT = Path(__file__).resolve().parent
DATA = PROJECT / "data" / "comments.csv"
RESULTS = PROJECT / "results"


def read_comments(path=DATA):
    """Read the comments, indexed by their identifier: columns ``text`` and ``human``."""
    return pd.read_csv(path, dtype=str).set_index("id")


def agreement(labels, reader="human"):
    """Share of equal labels and Cohen's kappa of every other column with the human reader's."""
    rows = {
        column: {
            "agreement": accuracy_score(labels[reader], labels[column]),
            "kappa": cohen_kappa_score(labels[reader], labels[column]),
        }
        for column in labels.columns.drop(["text", reader])
    }
    return pd.DataFrame.from_dict(rows, orient="index").round(3)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--online", action="store_true", help="ask the API; needs OPENAI_API_KEY")
    parser.add_argument("--skip-pretrained", action="store_true", help="download no model")
    arguments = parser.parse_args()

    RESULTS.mkdir(exist_ok=True)
    labels = read_comments()
    texts = labels["text"].to_dict()

    if arguments.online:
        answers = language_model.ask_model(texts, record_to=RESULTS / "recorded_answers.json")
    else:
        answers = language_model.recorded_labels(texts)
    labels["language_model"] = pd.Series(answers)
    if not arguments.skip_pretrained:
        labels["pretrained"] = pd.Series(pretrained_model.label(texts))

    table = agreement(labels)
    print(f"{len(labels)} comments, {(labels['human'] == 'positive').sum()} positive to the human reader")
    print(table.to_string())
    labels.to_csv(RESULTS / "labels.csv")
    table.to_csv(RESULTS / "agreement.csv")
    print(f"\nwritten to {RESULTS.name}/: labels.csv, agreement.csv")


if __name__ == "__main__":
    main()
