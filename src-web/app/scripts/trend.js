// Options of a trend: what is asked as a line, what it is compared with dashed, the good benchmark band behind.
// data: { labels, values, texts, before, beforeLabels, beforeTexts, target, targetTexts, targetName, band: {from, to, label}, marks: [{at, text}], finished, name, axis }
export function trend(data, colour, width) {
    // From here on buckets are not over: today, and what is to come.
    const open = data.finished;
    const finished = data.values.map((value, i) => (i < open ? value : null));
    const series = [];
    if (data.before) {
        series.push({
            type: 'line',
            data: data.before,
            symbol: 'none',
            silent: true,
            lineStyle: { color: colour['series-before'], width: 1.5, type: [4, 4] },
        });
    }
    series.push({
        id: 'asked',
        type: 'line',
        data: finished,
        showSymbol: true,
        symbol: (value, { dataIndex }) => (alone(finished, dataIndex) ? 'circle' : 'none'),
        symbolSize: 6,
        itemStyle: { color: colour['series-1'] },
        lineStyle: { color: colour['series-1'], width: 2 },
        areaStyle: { color: colour['series-1'], opacity: 0.06 },
        emphasis: { disabled: true },
        ...happened(data, colour),
    });
    if (open < data.values.length) {
        series.push({
            type: 'line',
            data: data.values.map((value, i) => (i === open || i === open - 1 ? value : null)),
            symbol: (value, { dataIndex }) => (dataIndex === open ? 'emptyCircle' : 'none'),
            symbolSize: 6,
            itemStyle: { color: colour['series-1'] },
            lineStyle: { color: colour['series-1'], width: 2, type: [2, 3], opacity: 0.7 },
            emphasis: { disabled: true },
        });
    }
    if (data.target) {
        series.push({
            type: 'line',
            data: data.target,
            step: 'middle',
            symbol: (value, { dataIndex }) => (alone(data.target, dataIndex) ? 'rect' : 'none'),
            symbolSize: 5,
            silent: true,
            itemStyle: { color: colour['ink-2'] },
            lineStyle: { color: colour['ink-2'], width: 1.5, type: [2, 3] },
            emphasis: { disabled: true },
        });
    }
    return {
        animation: !colour.still,
        animationDuration: 250,
        textStyle: { fontFamily: colour.font },
        grid: { left: 8, right: 12, top: 14, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        xAxis: {
            type: 'category',
            data: data.labels,
            inverse: colour.rtl,
            boundaryGap: false,
            axisTick: { show: false },
            axisLine: { lineStyle: { color: colour['line-strong'] } },
            axisLabel: { color: colour['ink-3'], hideOverlap: true, margin: 12, fontSize: 12, alignMinLabel: 'left', alignMaxLabel: 'right' },
        },
        yAxis: {
            type: 'value',
            scale: data.axis !== 'zero',
            position: colour.rtl ? 'right' : 'left',
            max: data.unit === 'percent' ? ({ max }) => (max > 85 && max <= 100 ? 100 : null) : undefined,
            splitNumber: width < 480 ? 3 : 4,
            ...(data.unit === 'duration' ? steps(data, width < 480 ? 3 : 5) : {}),
            splitLine: { lineStyle: { color: colour.line } },
            axisLabel: { color: colour['ink-3'], fontSize: 12, formatter: short(data) },
        },
        tooltip: {
            trigger: 'axis',
            renderMode: 'html',
            confine: true,
            backgroundColor: colour.surface,
            borderColor: colour['line-strong'],
            borderWidth: 1,
            padding: [8, 12],
            axisPointer: { lineStyle: { color: colour['line-strong'], type: 'solid' } },
            formatter: (points) => tip(data, points[0].dataIndex),
        },
        series,
    };
}

// What happened, where it began; the words stand beneath the chart and in the tip.
function happened({ marks }, colour) {
    if (!marks?.length) return {};
    return {
        markLine: {
            silent: true,
            symbol: 'none',
            animation: false,
            label: { show: false },
            lineStyle: { color: colour['ink-3'], width: 1, type: [2, 3] },
            data: marks.map(({ at }) => ({ xAxis: at })),
        },
    };
}

// A point without neighbours has no line to be seen by.
function alone(values, i) {
    const gap = (value) => value === null || value === undefined;
    return !gap(values[i]) && gap(values[i - 1]) && gap(values[i + 1]);
}

// The good benchmark band, once the axis is known: cut to it, and none where the axis does not reach. It never stretches
// the axis, because a band far off would press the line flat.
export function band({ band }, [low, high], colour) {
    if (!band) return undefined;
    const from = Math.max(band.from ?? -Infinity, low);
    const to = Math.min(band.to ?? Infinity, high);
    if (from >= to) return undefined;
    return { id: 'asked', markArea: { silent: true, itemStyle: { color: colour['series-band'] }, data: [[{ yAxis: from }, { yAxis: to }]] } };
}

// Time is not decimal: an axis in steps that a clock has.
function steps({ values, before, target }, most) {
    const highest = Math.max(0, ...values, ...(before ?? []), ...(target ?? []));
    if (highest === 0) return {};
    const day = 86400;
    const sizes = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, day, 2 * day, 7 * day, 14 * day, 30 * day, 90 * day, 365 * day];
    const interval = sizes.find((size) => highest / size <= most) ?? highest;
    return { interval, max: Math.ceil(highest / interval) * interval };
}

// Axis labels come short and in the page's language: 12K, 3 min, 40 %.
function short({ unit, locale, currency }) {
    const plain = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 });
    if (unit === 'percent') return (value) => `${plain.format(value)}%`;
    if (unit === 'money') {
        const money = new Intl.NumberFormat(locale, { notation: 'compact', style: 'currency', currency, maximumFractionDigits: 1 });
        return (value) => money.format(value);
    }
    if (unit === 'duration') {
        return (seconds) => {
            const [size, name] = [[86400, 'day'], [3600, 'hour'], [60, 'minute'], [1, 'second']].find(([s]) => seconds >= s) ?? [1, 'second'];
            return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow', maximumFractionDigits: 1 }).format(seconds / size);
        };
    }
    return (value) => plain.format(value);
}

// Built as nodes: no text of the data is ever read as markup.
function tip(data, i) {
    const box = document.createElement('div');
    box.className = 'chart-tip';
    const line = (label, text, strong) => {
        const row = document.createElement('div');
        const name = document.createElement('span');
        name.textContent = `${label}  `;
        const value = document.createElement(strong ? 'b' : 'span');
        value.textContent = text;
        row.append(name, value);
        box.append(row);
    };
    line(data.labels[i], data.texts[i], true);
    if (data.before) line(data.beforeLabels[i] ?? '', data.beforeTexts[i] ?? '', false);
    if (data.targetTexts?.[i]) line(data.targetName, data.targetTexts[i], false);
    for (const { at, text } of data.marks ?? []) if (at === i) line('•', text, false);
    return box;
}
