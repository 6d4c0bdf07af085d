const form = document.getElementById('sign-in');
const refusal = document.getElementById('refusal');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  refusal.hidden = true;
  const answer = await fetch('/sign-in', { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  if (answer.ok) {
    location.assign('/');
    return;
  }
  refusal.textContent = answer.status === 429
    ? `Too many failed tries; wait ${answer.headers.get('Retry-After')} seconds.`
    : 'Account and password do not fit.';
  refusal.hidden = false;
});
