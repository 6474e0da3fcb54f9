// The legend is the filter.

const legend = document.getElementById('legend');

function setBoxes() {
  for (const input of legend.querySelectorAll('input')) {
    input.checked = !hidden[input.dataset.filter].has(input.value);
  }
}

function readBoxes() {
  for (const values of Object.values(hidden)) values.clear();
  for (const input of legend.querySelectorAll('input')) {
    if (!input.checked) hidden[input.dataset.filter].add(input.value);
  }
  refresh();
}

function showEverything() {
  for (const input of legend.querySelectorAll('input')) input.checked = true;
  readBoxes();
}

function startLegend() {
  legend.addEventListener('change', readBoxes);
  for (const button of legend.querySelectorAll('[data-all]')) {
    button.addEventListener('click', () => {
      for (const input of button.closest('fieldset').querySelectorAll('input')) {
        input.checked = button.dataset.all === 'on';
      }
      readBoxes();
    });
  }
}
