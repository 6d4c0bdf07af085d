const WORDS = {
  'zh-Hans': { title: '登录 Kith', account: '账号', password: '密码', go: '登录', wrong: '账号或密码不正确。', wait: (s) => `尝试次数过多，请等待 ${s} 秒。` },
  'zh-Hant': { title: '登入 Kith', account: '帳號', password: '密碼', go: '登入', wrong: '帳號或密碼不正確。', wait: (s) => `嘗試次數過多，請等待 ${s} 秒。` },
  en: { title: 'Sign in to Kith', account: 'Account', password: 'Password', go: 'Sign in', wrong: 'Account and password do not fit.', wait: (s) => `Too many failed tries; wait ${s} seconds.` },
};

function preferred() {
  const kept = localStorage.getItem('kith-language');
  const wanted = WORDS[kept] ? kept : navigator.language;
  if (!/^zh/i.test(wanted)) {
    return 'en';
  }
  return /hant|tw|hk|mo/i.test(wanted) ? 'zh-Hant' : 'zh-Hans';
}

const language = preferred();
const words = WORDS[language];
const form = document.getElementById('sign-in');
const refusal = document.getElementById('refusal');
document.documentElement.lang = language;
document.title = words.title;
document.querySelectorAll('[data-word]').forEach((element) => { element.textContent = words[element.dataset.word]; });

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  refusal.hidden = true;
  const answer = await fetch('/sign-in', { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  if (answer.ok) {
    location.assign(`/${location.hash}`);
    return;
  }
  refusal.textContent = answer.status === 429 ? words.wait(answer.headers.get('Retry-After')) : words.wrong;
  refusal.hidden = false;
});
