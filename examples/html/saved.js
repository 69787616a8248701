const saved = document.querySelector('#saved');

document.addEventListener('logto-profile-updated', ({ item }) => {
  saved.textContent = `Saved: ${item}`;
});
