#!/usr/bin/env node
// Drives a lab for Switchhook: reads an operation a line, answers each with a line.
// Here the lab is the control port of `switchhook serve`; put yours in its place.
import { createInterface } from "node:readline";

async function perform(operation, given) {
  const answer = await fetch(`${process.env.LAB}/${operation}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.LAB_TOKEN}`, "Content-Type": "application/json" },
    body: JSON.stringify(given),
  });
  const text = await answer.text();
  return answer.ok ? { result: JSON.parse(text || "{}") } : { failure: text };
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const answer = await perform(asked.operation, asked.arguments).catch((trouble) => ({ failure: String(trouble) }));
  process.stdout.write(JSON.stringify(answer) + "\n");
}
