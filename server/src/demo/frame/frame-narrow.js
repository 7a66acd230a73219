// On a phone the page is the phone: no frame round it. Runs before anything is drawn.
if (window.matchMedia('(max-width: 759px)').matches) {
  window.location.replace(`/m/index.html${window.location.search}${window.location.hash}`);
}
