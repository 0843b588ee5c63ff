'use strict';
const said = document.getElementById('said');
for (const link of document.querySelectorAll('a[download]')) {
  link.href = document.getElementById(link.dataset.picture).src;
}
function copyOldWay(text) {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'hidden';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done ? Promise.resolve() : Promise.reject(new Error('refused'));
}
async function copy(button) {
  const text = [...document.getElementById(button.dataset.words).querySelectorAll('dd')]
    .map((line) => line.textContent).join('\n');
  try {
    await (navigator.clipboard ? navigator.clipboard.writeText(text).catch(() => copyOldWay(text)) : copyOldWay(text));
    said.textContent = 'Captions copied.';
    button.textContent = 'Copied';
  } catch (refused) {
    said.textContent = 'The browser did not allow copying.';
    button.textContent = 'Not copied';
  }
  setTimeout(() => { button.textContent = 'Copy text'; }, 1800);
}
for (const button of document.querySelectorAll('button[data-words]')) {
  button.addEventListener('click', () => copy(button));
}
