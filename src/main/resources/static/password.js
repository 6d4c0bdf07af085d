// Key actions ask for the password again: this asks once, and does what was to be done.

import { html, render } from 'lit';
import { ask } from '/graphql.js';
import { t } from '/words.js';

const CONFIRM = 'mutation Confirm($input: ConfirmPasswordInput!) { confirmPassword(input: $input) { name } }';

/** Does something; where Kith asks for the password first, the reader is asked and it is done again. */
export async function withPassword(work) {
  try {
    return await work();
  } catch (error) {
    if (error.code !== 'PASSWORD_NEEDED') {
      throw error;
    }
  }
  const password = await typed();
  await ask(CONFIRM, { input: { password } });
  return work();
}

function typed() {
  const place = document.createElement('div');
  document.body.append(place);
  return new Promise((given, refused) => {
    const end = (password) => {
      place.remove();
      if (password) {
        given(password);
      } else {
        refused(Object.assign(new Error(t('passwordNeeded')), { code: 'PASSWORD_NEEDED' }));
      }
    };
    render(html`<dialog class="ask" @close=${(event) => end(event.target.returnValue === 'ok' && event.target.querySelector('input').value)}>
      <form method="dialog"><h2>${t('passwordAgain')}</h2>
        <label>${t('password')} <input type="password" autocomplete="current-password" required></label>
        <p class="buttons"><button class="main" value="ok">${t('confirm')}</button><button value="" formnovalidate>${t('cancel')}</button></p></form></dialog>`, place);
    place.querySelector('dialog').showModal();
  });
}
