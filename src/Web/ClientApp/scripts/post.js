// POSTs with the antiforgery token that the layout puts into <meta name="request-token">.
export function post(url, fields = {}) {
  const token = document.querySelector('meta[name="request-token"]')?.content ?? '';
  return fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { RequestVerificationToken: token, 'X-Requested-With': 'fetch' },
    body: new URLSearchParams(fields),
  });
}
