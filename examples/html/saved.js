const saved = document.querySelector('#saved');

document.addEventListener('logto-profile-updated', ({ field }) => {
  saved.textContent = `Saved: ${field}`;
});
