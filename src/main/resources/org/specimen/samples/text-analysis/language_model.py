"""Label comments with a language model behind an API, or with answers kept in ``data/``."""

import hashlib
import json
import os
from pathlib import Path

# The dated name is one fixed revision; the name without a date may answer differently tomorrow.
MODEL = "gpt-4.1-mini-2025-04-14"
SEED = 22
PROMPT = (
    "You read one comment from a survey of library users. "
    "Answer with exactly one word: positive or negative."
)
LABELS = ("positive", "negative")
RECORDED = Path(__file__).resolve().parent / "data" / "recorded_answers.json"


def prompt_fingerprint():
    """SHA-256 of model name and prompt: answers belong to both."""
    return hashlib.sha256(f"{MODEL}\n{PROMPT}".encode()).hexdigest()


def recorded_labels(comments):
    """The labels in ``data/recorded_answers.json``; no key and no network needed.

    Raises ValueError if they were given for another model or prompt, or if one is missing.
    """
    recording = json.loads(RECORDED.read_text(encoding="utf-8"))
    if recording["fingerprint"] != prompt_fingerprint():
        raise ValueError(f"{RECORDED.name} belongs to another model or prompt: run with --online")
    missing = sorted(set(comments) - set(recording["answers"]))
    if missing:
        raise ValueError(f"{RECORDED.name} has no answer for {', '.join(missing)}: run with --online")
    return {identifier: recording["answers"][identifier] for identifier in comments}


def ask_model(comments, record_to=None):
    """Ask the API for the label of each comment, and keep the answers in a file if one is given.

    The key is read from the environment variable ``OPENAI_API_KEY`` and is never written down.
    Temperature 0 and a seed make answers steadier; the provider does not promise equal ones.
    """
    from openai import OpenAI

    key = os.environ.get("OPENAI_API_KEY")
    if not key:
        raise SystemExit("Set OPENAI_API_KEY to your key, or leave out --online.")
    client = OpenAI(api_key=key)
    answers = {}
    for identifier, text in comments.items():
        response = client.chat.completions.create(
            model=MODEL,
            seed=SEED,
            temperature=0,
            messages=[{"role": "system", "content": PROMPT}, {"role": "user", "content": text}],
        )
        answer = response.choices[0].message.content.strip().strip(".").lower()
        if answer not in LABELS:
            raise ValueError(f"the model answered {answer!r} to comment {identifier}")
        answers[identifier] = answer
    if record_to is not None:
        recording = {"source": MODEL, "fingerprint": prompt_fingerprint(), "answers": answers}
        record_to.write_text(json.dumps(recording, indent=2) + "\n", encoding="utf-8")
    return answers
