"""Label comments with a small pretrained model that runs on this computer."""

MODEL = "distilbert/distilbert-base-uncased-finetuned-sst-2-english"
# A model's name points to whatever was uploaded last; the commit is what fixes its weights.
REVISION = "714eb0fa89d2f80546fda750413ed43d93601a13"


def label(comments):
    """Label each comment as positive or negative; the first run downloads about 270 MB."""
    from transformers import pipeline

    classifier = pipeline("text-classification", model=MODEL, revision=REVISION)
    predictions = classifier(list(comments.values()))
    return {
        identifier: prediction["label"].lower()
        for identifier, prediction in zip(comments, predictions)
    }
