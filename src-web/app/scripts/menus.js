// Menus are <details>: here only what they lack, closing by Escape and by a click elsewhere.
const openMenus = () => document.querySelectorAll('details.menu[open]');

document.addEventListener('click', (event) => {
    for (const menu of openMenus()) {
        if (!menu.contains(event.target)) menu.open = false;
    }
});

document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of openMenus()) {
        const inside = menu.contains(document.activeElement);
        menu.open = false;
        if (inside) menu.querySelector('summary').focus();
    }
});
