// Where the reader is: one view and its parameters, kept in the address behind '#', which never leaves the browser.

/** The view and parameters the address names. */
export function here() {
  const [view, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { view: view || 'start', parameters: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a view; parameters without a value are left out. */
export function address(view, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '' && value !== false) {
      query.set(name, value === true ? '1' : String(value));
    }
  }
  const text = query.toString();
  return `#/${view}${text ? `?${text}` : ''}`;
}

/** Goes to a view; back returns to where the reader was. */
export function go(view, parameters) {
  move(address(view, parameters), 'pushState');
}

/** Changes some parameters of the present view; `replace` leaves no step to go back to. */
export function change(parameters, { replace = false } = {}) {
  const now = here();
  move(address(now.view, { ...now.parameters, ...parameters }), replace ? 'replaceState' : 'pushState');
}

function move(to, how) {
  if (to !== location.hash) {
    history[how](null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }
}
