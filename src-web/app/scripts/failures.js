// A request that failed says so; the words come from the page, so that they are translated with it.
const LIFETIME = 8000;

export function reportFailures(htmx) {
    document.addEventListener('htmx:sendError', () => show('offline'));
    document.addEventListener('htmx:timeout', () => show('slow'));
    document.addEventListener('htmx:responseError', (event) => {
        const { status } = event.detail.xhr;
        if (status === 401 || status === 499) {
            location.reload();
        } else if (status === 503) {
            show('unavailable');
        } else if (status === 429) {
            show('many');
        } else if (status === 504) {
            show('slow');
        } else if (status === 403) {
            show('forbidden');
        } else if (status === 400) {
            show('refused', detailOf(event.detail.xhr));
        } else {
            show('failed');
        }
    });
    document.addEventListener('htmx:beforeRequest', clear);

    function clear() {
        document.getElementById('notices')?.replaceChildren();
    }

    function show(kind, detail) {
        const notices = document.getElementById('notices');
        const words = document.getElementById(`failure-${kind}`);
        if (!notices || !words) return;
        notices.replaceChildren(words.content.cloneNode(true));
        if (detail) notices.querySelector('.notice > div').append(' ', detail);
        setTimeout(clear, LIFETIME);
    }

    // A form refused with 422 comes back with its errors: that is content, not a failure.
    htmx.config.responseHandling = [
        { code: '204', swap: false },
        { code: '[23]..', swap: true },
        { code: '422', swap: true },
        { code: '[45]..', swap: false, error: true },
    ];
}

// Which of the choices it was, as the page of the error says it.
function detailOf(xhr) {
    const page = new DOMParser().parseFromString(xhr.responseText, 'text/html');
    return page.querySelector('[data-detail]')?.textContent;
}
