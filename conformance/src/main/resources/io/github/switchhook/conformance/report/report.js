(() => {
  // --- the packed wire, unpacked once, when the first scenario is opened
  let lines;
  const unpacked = () => lines ??= (async () => {
    const bytes = Uint8Array.from(atob($('#wire').textContent), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return (await new Response(stream).text()).split('\n');
  })();

  // --- what comes from outside: as in the rest of the page, what cannot be seen or steers is shown as its number
  const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{NChar}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\uffa0\u{e0000}-\u{e0fff}]/gu;
  const visible = (text, lines = true) => String(text).replace(HIDDEN, c => lines && c === '\n' ? c
    : c.replace(/[^]/g, unit => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0')));

  // --- ladders
  const ROW = 26, TOP = 34, WIDTH = 860, SWITCH = 630;
  const svg = (name, attributes, ...children) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children.map(child => child instanceof Node ? child : visible(child)));
    return element;
  };
  const parsed = text => { try { return JSON.parse(text); } catch { return undefined; } };
  /** Cuts no pair of surrogates. */
  const cut = (text, length) => text.length > length ? text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '') + '…' : text;

  /** Returns the label and the style of an arrow. */
  function described(mark, text, kinds) {
    if (mark === 'o') return ['closing', 'connects'];
    if (mark === 'x') return ['closing', 'closed: ' + text];
    const message = parsed(text);
    if (!message || typeof message !== 'object') return [mark === '>' ? 'sent' : 'event', text];
    const data = message.data ?? {};
    if (mark === '>') {
      const shown = Object.keys(data).length ? ' ' + JSON.stringify(data) : '';
      return ['sent', (message.command ?? 'message') + shown];
    }
    if (message.result === 'success') return ['answer', 'success: ' + (message.command ?? '')];
    if (message.result === 'failure') return ['refusal', 'failure: ' + (message.failure?.code ?? message.command ?? '')];
    if (message.result) return ['refusal', message.result + ': ' + (message.message ?? message.command ?? '')];
    const told = ['state', 'muted', 'recording', 'busy', 'focus'].filter(key => key in data && data[key] !== false)
      .map(key => key === 'state' ? data[key] : key + '=' + data[key]);
    const kind = kinds.get(message.target);
    const object = kind && !String(message.name).startsWith(kind) ? ' (' + kind + ')' : '';
    return ['event', [(message.name ?? 'message') + object, ...told].join(' · ')];
  }
  /** Returns the kind of object of each target, by the names of the events on it. */
  function kindsIn(wire) {
    const kinds = new Map();
    for (const [, mark, , , , text] of wire) {
      const found = mark === '<' && /^(session|channel|interaction|conversation)\.(created|initialized)/.exec(String(parsed(text)?.name ?? '').trim());
      if (found) kinds.set(parsed(text).target, found[1]);
    }
    return kinds;
  }

  /** The kit's own barrier asks for a refusal that proves nothing more comes; it is not part of the call. */
  const isBarrier = text => text.includes('switchhook.barrier');

  /** A line with a sixth part: what it says in the protocol's words, nothing if it is not a message of the protocol. */
  const plain = ([micros, mark, agent, connection, text, words = text]) => [micros, mark, agent, connection, text, words];

  function ladder(wire) {
    const numbers = new Map();
    wire.forEach(line => { if (line[3] > 0) numbers.set(line[2], (numbers.get(line[2]) ?? new Set()).add(line[3])); });
    const who = line => line[2] + (numbers.get(line[2]).size > 1 ? ' #' + line[3] : '');
    const shown = wire.map(plain).filter(([, , , connection, text, words]) => !connection || words && !isBarrier(text));
    const agents = [...new Set(shown.filter(line => line[3] > 0).map(who))];
    if (!agents.length) agents.push('Agent');
    const lanes = [...agents, 'Switch', 'Far end'];
    const x = name => name === 'Far end' ? WIDTH - 50 : name === 'Switch' ? SWITCH
      : 60 + agents.indexOf(name) * (SWITCH - 60) / agents.length;
    const kinds = kindsIn(shown);
    const body = svg('g', {});
    let y = TOP + 14, started = shown.length ? shown[0][0] : 0;
    const arrow = (style, from, to, label, raw, micros) => {
      const a = x(from), b = x(to), tip = b > a ? -7 : 7;
      body.append(svg('g', { class: style },
        svg('title', {}, ((micros - started) / 1000).toFixed(1) + ' ms  ' + raw),
        svg('path', { class: 'arrow', d: `M${a} ${y}H${b + tip / 2}` }),
        svg('path', { class: 'head', d: `M${b} ${y}l${tip} -4v8z` }),
        svg('text', { class: 'label', x: (a + b) / 2, y: y - 5 }, cut(label, Math.floor(Math.abs(b - a) / 6.3)))));
      y += ROW;
    };
    const step = text => {
      y += 4;
      body.append(svg('line', { class: 'rule', x1: 0, x2: WIDTH, y1: y - 12, y2: y - 12 }),
        svg('text', { class: 'step', x: 4, y: y + 2 }, cut(text, 130)));
      y += ROW;
    };
    shown.forEach((line, index) => {
      const [micros, mark, , connection, text, words] = line;
      if (mark === '#') {
        if (/^(Given|When)/.test(text)) step(text);
      } else if (mark === '!') {
        const parts = text.split('\n').filter(part => !part.startsWith('    ')).slice(0, 8);
        const height = parts.length * 16 + 10;
        body.append(svg('g', { class: 'finding v-' + text.split(' ')[0] }, svg('title', {}, text),
          svg('rect', { x: 2, y: y - 14, width: WIDTH - 4, height, rx: 5 }),
          ...parts.map((part, i) => svg('text', { x: 12, y: y + 3 + i * 16 }, cut(part, 122)))));
        y += height + 12;
      } else if (mark === '~') {
        arrow('farend', 'Far end', 'Switch', parsed(text)?.act ?? text, text, micros);
      } else if (connection > 0) {
        const [style, label] = described(mark, words, kinds);
        const outward = mark === '>' || mark === 'o';
        arrow(style + (deviates(shown, index) ? ' deviant' : ''), outward ? who(line) : 'Switch', outward ? 'Switch' : who(line), label, text, micros);
      }
    });
    const height = y + 6;
    const frame = svg('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': 'call ladder' });
    lanes.forEach(name => frame.append(
      svg('text', { class: 'lane', x: x(name), y: 18 }, name),
      svg('line', { class: 'life', x1: x(name), x2: x(name), y1: 26, y2: height })));
    frame.append(body);
    return frame;
  }

  /** Tells whether a finding of the same step names this event as one that should not be there, or not so. */
  function deviates(shown, index) {
    const [, mark, , , , text] = shown[index];
    const name = mark === '<' ? String(parsed(text)?.name ?? '').trim() : '';
    if (!name) return false;
    for (let i = index + 1; i < shown.length; i++) {
      const [, later, , , words] = shown[i];
      if (later === '#' && words.startsWith('When')) return false;
      if (later === '!') return words.split('\n').some(line => /^  (extra|swapped|duplicated|wrong \w+|late|response after events|whitespace): /.test(line) && line.includes(': ' + name + ' '));
    }
    return false;
  }

  function log(wire) {
    const pre = document.createElement('pre');
    pre.className = 'log';
    const started = wire.length ? wire[0][0] : 0;
    for (const [micros, mark, agent, connection, text] of wire) {
      const row = document.createElement('span');
      if (!connection) row.className = mark === '!' ? 'finding' : 'note';
      row.textContent = ((micros - started) / 1000).toFixed(3).padStart(9) + '  '
        + (connection ? visible(agent, false) + (connection > 1 ? '#' + connection : '') + ' ' : '') + mark + ' ' + visible(text, !connection) + '\n';
      pre.append(row);
    }
    return pre;
  }

  async function draw(scenario) {
    if (scenario.dataset.drawn) return;
    scenario.dataset.drawn = 'yes';
    try {
      const wire = JSON.parse((await unpacked())[scenario.dataset.n]);
      if (!wire.length) return;
      const holder = document.createElement('div');
      holder.className = 'ladder';
      holder.append(ladder(wire));
      scenario.append(holder, log(wire));
    } catch (problem) {
      const note = document.createElement('p');
      note.textContent = 'This browser cannot unpack the wire log (' + problem + '); it is in wire.ndjson beside this file.';
      scenario.append(note);
    }
  }
  $$('details.scenario').forEach(scenario =>
    scenario.addEventListener('toggle', () => { if (scenario.open) draw(scenario); }));

  // --- paper: what failed is printed open, with its ladder; those are drawn beforehand, because printing does not wait
  const LADDERS_ON_PAPER = 40;
  const failed = $$('details.scenario').filter(item => ['fail', 'error', 'inconclusive'].includes(item.dataset.verdict));
  addEventListener('load', () => failed.slice(0, LADDERS_ON_PAPER).forEach(draw));
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = failed.flatMap(item => [item, item.closest('details.group')]).filter(item => !item.open);
    opened.forEach(item => item.open = true);
  });
  addEventListener('afterprint', () => opened.forEach(item => item.open = false));

  // --- filters
  filter($('#requirements'), $$('.requirements tbody tr'), row => row.textContent);
  const groups = $$('details.group');
  const openAtFirst = new Map(groups.map(group => [group, group.open]));
  const scenarios = filter($('#scenarios'), $$('details.scenario'),
    item => $('summary', item).textContent + ' ' + item.id + ' ' + item.dataset.ids,
    narrowed => groups.forEach(group => {
      const any = $$('details.scenario', group).some(item => !item.hidden);
      group.hidden = !any;
      group.open = narrowed ? any : openAtFirst.get(group);
    }));

  const show = item => {
    if (item.closest('details.group')) item.closest('details.group').open = true;
    item.hidden = false;
    item.open = true;
    item.scrollIntoView({ block: 'start' });
  };
  document.addEventListener('click', event => {
    const link = event.target.closest('a');
    if (!link) return;
    if (link.dataset.find) {
      scenarios.form.reset();
      setTimeout(() => { scenarios.form.q.value = link.dataset.find; scenarios.apply(); });
    } else if (link.dataset.places) {
      event.preventDefault();
      const places = link.dataset.places.trim().split(' ');
      scenarios.form.q.value = '';
      $$('select', scenarios.form).forEach(select => select.value = '');
      scenarios.apply(new Set(places));
      places.length === 1 ? show(document.getElementById(places[0])) : $('#scenarios').scrollIntoView();
    }
  });
  const linked = () => {
    const item = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (item?.matches('details.scenario')) show(item);
  };
  addEventListener('hashchange', linked);
  linked();
})();
