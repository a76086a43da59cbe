// The filter bar sends itself on every change (htmx does); here it is kept in step with what the server answered.
export function followFilters(htmx) {
    document.addEventListener('change', (event) => {
        const form = event.target.closest('[data-filters]');
        if (!form) return;
        const name = event.target.name;
        if (name === 'period') {
            for (const date of form.querySelectorAll('input[type=date]')) date.value = '';
        }
        if (name === 'from' || name === 'to') {
            const dates = [...form.querySelectorAll('input[type=date]')];
            if (!dates.every((date) => date.value)) {
                // Half a period is not a question yet.
                event.stopPropagation();
                return;
            }
            for (const preset of form.querySelectorAll('input[name=period]')) preset.checked = false;
        }
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
