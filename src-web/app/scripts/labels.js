// Mentions are labelled by the keyboard: single keys, and only while a mention has the focus, so that nobody triggers them
// unawares. Each key presses a button that is there for the mouse, too; htmx sends it.
const MOVES = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

export function labelByKeys() {
    document.addEventListener('keydown', (event) => {
        const mention = event.target.closest?.('[data-mention]');
        if (!mention || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input')) return;
        const next = target(mention, event.key);
        if (next) {
            event.preventDefault();
            focus(next);
            return;
        }
        const button = buttonOf(mention, event.key);
        if (!button) return;
        event.preventDefault();
        // The mention keeps the focus, and has it again after the swap by its id.
        mention.focus();
        button.click();
    });

    // Enter in the topic's field would press the first button of the form: it means the topic.
    document.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || !event.target.matches?.('[data-mention] input[name=topic]')) return;
        event.preventDefault();
        event.target.parentElement.querySelector('button').click();
    });

    const first = document.querySelector('[data-labels] [data-mention]');
    if (first && document.activeElement === document.body) first.focus({ preventScroll: true });
}

function target(mention, key) {
    const all = [...document.querySelectorAll('[data-mention]')];
    const here = all.indexOf(mention);
    if (key === 'n') return all.slice(here + 1).find((each) => each.matches('[data-open]'));
    return key in MOVES ? all[here + MOVES[key]] : undefined;
}

function focus(mention) {
    mention.focus({ preventScroll: true });
    mention.scrollIntoView({ block: 'nearest' });
}

// A value's own key presses it; a label's key presses what is not chosen, the first at first.
function buttonOf(mention, key) {
    if (!/^[a-z0-9]$/.test(key)) return null;
    const own = mention.querySelector(`button[data-key="${key}"]`);
    const label = mention.querySelector(`[data-toggles="${key}"]`);
    if (own || !label) return own;
    const buttons = [...label.querySelectorAll('button')];
    const chosen = buttons.findIndex((button) => button.getAttribute('aria-pressed') === 'true');
    return buttons[(chosen + 1) % buttons.length];
}
