// <button data-opens="id"> opens the <dialog> of that id; <button data-closes> closes the one it stands in.
document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-opens]');
    if (opener) {
        event.preventDefault();
        document.getElementById(opener.dataset.opens)?.showModal();
        return;
    }
    event.target.closest('[data-closes]')?.closest('dialog')?.close();
});
