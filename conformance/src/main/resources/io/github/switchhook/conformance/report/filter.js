'use strict';
// What the pages share: looking things up, and tables that can be searched.
const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];

const options = (select, values) => [...new Set(values)].forEach(value => select.add(new Option(value, value)));

function filter(section, items, text, after) {
  const form = $('form', section), count = $('.count', section);
  const texts = items.map(item => text(item).toLowerCase());
  $$('select', form).forEach(select => options(select, items.map(item => item.dataset[select.name])));
  const apply = (places) => {
    const words = form.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    items.forEach((item, i) => {
      const fits = words.every(word => texts[i].includes(word))
        && $$('select', form).every(select => !select.value || item.dataset[select.name] === select.value)
        && (!places || places.has(item.id));
      item.hidden = !fits;
      left += fits;
    });
    count.textContent = left === items.length ? left : left + ' of ' + items.length;
    after?.(left < items.length);
  };
  form.addEventListener('input', () => apply());
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  apply();
  return { form, apply };
}
