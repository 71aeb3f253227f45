// A list with bulk actions: [data-selection] holds [data-select-all], the check boxes [data-select]
// and [data-selected-only], which is shown while at least one is checked. [data-selected-count] says how many.
export function selection() {
  for (const scope of document.querySelectorAll('[data-selection]')) {
    const all = scope.querySelector('[data-select-all]');
    const boxes = () => [...scope.querySelectorAll('[data-select]')];

    const show = () => {
      const checked = boxes().filter(box => box.checked).length;
      if (all) {
        all.checked = checked > 0 && checked === boxes().length;
        all.indeterminate = checked > 0 && !all.checked;
      }
      for (const element of scope.querySelectorAll('[data-selected-only]')) {
        element.hidden = checked === 0;
      }
      for (const element of scope.querySelectorAll('[data-selected-count]')) {
        element.textContent = String(checked);
      }
    };

    scope.addEventListener('change', event => {
      if (event.target === all) {
        boxes().forEach(box => (box.checked = all.checked));
      }
      show();
    });
    addEventListener('pageshow', show);
  }
}
