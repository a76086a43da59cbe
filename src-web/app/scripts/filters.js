// The filter bar sends itself on every change (htmx does); here it is kept in step with what the server answered.
export function followFilters(htmx) {
    document.addEventListener('change', (event) => {
        const form = event.target.closest('[data-filters]');
        if (!form) return;
        const name = event.target.name;
        const dates = [...form.querySelectorAll('input[type=date]')];
        const halfDated = dates.some((date) => !date.value);
        if (name === 'period' && event.target.value !== 'custom') {
            for (const date of dates) date.value = '';
        } else if (name === 'period' || name === 'from' || name === 'to') {
            form.querySelector('input[name=period][value=custom]').checked = true;
            // Half a period is not a question yet.
            if (halfDated) event.stopPropagation();
        }
        say(form);
    }, true);

    // Nothing that is empty belongs into a URL.
    document.addEventListener('htmx:configRequest', (event) => {
        if (!event.target.closest?.('[data-filters]')) return;
        const data = event.detail.formData;
        for (const name of [...new Set(data.keys())]) {
            const kept = data.getAll(name).filter((value) => value !== '');
            data.delete(name);
            for (const value of kept) data.append(name, value);
        }
    });

    // The navigation carries the slice from dashboard to dashboard.
    document.addEventListener('htmx:afterSwap', () => {
        const kept = document.querySelector('[data-kept]')?.dataset.kept;
        if (kept === undefined) return;
        for (const link of document.querySelectorAll('a[data-keeps]')) link.search = kept;
    });

    // Typing in a [data-narrows] field hides what does not contain the words.
    document.addEventListener('input', (event) => {
        const field = event.target.closest('[data-narrows]');
        if (!field) return;
        const words = field.value.trim().toLocaleLowerCase().split(/\s+/);
        for (const item of document.querySelectorAll(field.dataset.narrows)) {
            const text = item.textContent.toLocaleLowerCase();
            item.hidden = !words.every((word) => text.includes(word));
        }
        for (const group of document.querySelectorAll('[data-narrowed]')) {
            group.hidden = !group.querySelector(`${field.dataset.narrows}:not([hidden])`);
        }
    });
}

// The bar itself is not swapped, so that an open menu stays open: its labels follow here.
function say(form) {
    for (const count of form.querySelectorAll('[data-counts]')) {
        const chosen = form.querySelectorAll(`input[name=${count.dataset.counts}]:checked`).length;
        count.textContent = chosen;
        count.hidden = chosen === 0;
    }
    const period = form.querySelector('input[name=period]:checked');
    const words = form.querySelector('[data-says=period]');
    if (period && words) words.textContent = period.closest('label').textContent.trim();
}
