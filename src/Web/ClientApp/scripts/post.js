// POSTs with the antiforgery token that the layout puts into <meta name="request-token">. The header makes
// the server answer 401 to who is signed out by now, instead of sending the sign-in page.
export function post(url, fields = {}) {
  const token = document.querySelector('meta[name="request-token"]')?.content ?? '';
  return fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { RequestVerificationToken: token, 'X-Requested-With': 'XMLHttpRequest' },
    body: new URLSearchParams(fields),
  });
}
