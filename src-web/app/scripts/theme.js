// Light, dark or as the system says. The cookie lets the server draw the next page right from the start.
const root = document.documentElement;

root.classList.add('scripted');

document.addEventListener('submit', (event) => {
    const form = event.target.closest('[data-theme-form]');
    if (!form) return;
    event.preventDefault();
    const dark = getComputedStyle(root).colorScheme.includes('dark') && !getComputedStyle(root).colorScheme.includes('light');
    const nowDark = root.dataset.theme ? dark : matchMedia('(prefers-color-scheme: dark)').matches;
    const theme = nowDark ? 'light' : 'dark';
    root.dataset.theme = theme;
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
    document.dispatchEvent(new CustomEvent('rapport:theme'));
});

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    document.dispatchEvent(new CustomEvent('rapport:theme'));
});
