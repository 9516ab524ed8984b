#!/bin/sh
# Drives a lab for Switchhook: reads an operation a line, answers each with a line. Needs curl.
# Here the lab is the control port of `switchhook serve`; put yours in its place.
while IFS= read -r line; do
  # {"operation":"call","arguments":{...}}: the names come in this order, without blanks between them.
  rest=${line#\{\"operation\":\"}
  operation=${rest%%\"*}
  arguments=${rest#*\"arguments\":}
  arguments=${arguments%\}}
  if answer=$(curl -sS --fail-with-body --max-time 5 -H "Authorization: Bearer $LAB_TOKEN" \
    -H "Content-Type: application/json" --data-binary "$arguments" "$LAB/$operation" 2>&1); then
    printf '{"result":%s}\n' "${answer:-{\}}"
  else
    printf '{"failure":"%s"}\n' "$(printf %s "$answer" | tr -d '"\\\n')"
  fi
done
