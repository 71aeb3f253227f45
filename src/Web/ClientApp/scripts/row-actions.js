// <div data-row-actions="/url"> gets the buttons of the template #row-actions, each of which sends the form around it to /url and its own data-path.
export function rowActions(scope) {
  for (const place of scope.querySelectorAll('[data-row-actions]')) {
    const buttons = document.getElementById('row-actions').content.cloneNode(true);
    for (const button of buttons.children) {
      button.formAction = `${place.dataset.rowActions}/${button.dataset.path}`;
    }
    place.append(buttons);
  }
}
