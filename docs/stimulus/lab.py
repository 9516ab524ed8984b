#!/usr/bin/env python3
"""Drives a lab for Switchhook: reads an operation a line, answers each with a line.

Here the lab is the control port of `switchhook serve`; put yours in its place.
"""
import json, os, sys, urllib.error, urllib.request


def perform(operation, arguments):
    request = urllib.request.Request(
        os.environ["LAB"] + "/" + operation,
        json.dumps(arguments).encode(),
        {"Authorization": "Bearer " + os.environ["LAB_TOKEN"], "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=5) as answer:
        return json.loads(answer.read() or b"{}")


for line in sys.stdin:
    asked = json.loads(line)
    try:
        answer = {"result": perform(asked["operation"], asked["arguments"])}
    except urllib.error.HTTPError as refused:
        answer = {"failure": refused.read().decode()}
    except OSError as trouble:
        answer = {"failure": str(trouble)}
    print(json.dumps(answer), flush=True)
