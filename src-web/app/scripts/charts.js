// Draws every [data-chart] from the JSON beside it. The table beneath says the same in numbers.
import { init, use } from 'echarts/core';
import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { allowStylesInSvg } from './svg-styles.js';
import { band, trend } from './trend.js';

use([LineChart, AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);
allowStylesInSvg();

const drawn = new Map();

export function drawCharts(content) {
    forget();
    const places = [...content.querySelectorAll?.('[data-chart]') ?? []];
    if (content.matches?.('[data-chart]')) places.push(content);
    for (const place of places) draw(place);
}

function draw(place) {
    const data = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    drawn.get(place)?.chart.dispose();
    const chart = init(place, null, { renderer: 'svg' });
    const colour = tokens(place);
    chart.setOption(trend(data, colour, place.clientWidth));
    const reach = chart.getModel().getComponent('yAxis').axis.scale.getExtent();
    const good = band(data, reach, colour);
    if (good) chart.setOption({ series: [good] });
    place.firstElementChild?.setAttribute('aria-hidden', 'true');
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(place);
    drawn.set(place, { chart, watcher });
}

// What htmx has swapped out is let go.
function forget() {
    for (const [place, { chart, watcher }] of drawn) {
        if (place.isConnected) continue;
        watcher.disconnect();
        chart.dispose();
        drawn.delete(place);
    }
}

// ECharts cannot read light-dark(): a probe lets the browser compute the colours.
function tokens(place) {
    const probe = document.createElement('span');
    place.append(probe);
    const read = (name) => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color;
    };
    const colours = Object.fromEntries(
        ['ink', 'ink-2', 'ink-3', 'line', 'line-strong', 'surface', 'series-1', 'series-before', 'series-band', 'accent']
            .map((name) => [name, read(`--${name}`)]),
    );
    probe.remove();
    colours.font = getComputedStyle(place).fontFamily;
    colours.rtl = getComputedStyle(place).direction === 'rtl';
    colours.still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    return colours;
}

document.addEventListener('rapport:theme', () => {
    for (const place of [...drawn.keys()]) draw(place);
});
