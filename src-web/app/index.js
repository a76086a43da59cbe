// The bundler takes every script and style of this folder by itself; here they are set in motion.
import htmx from 'htmx.org';
import './scripts/theme.js';
import './scripts/menus.js';
import './scripts/dialogs.js';
import { reportFailures } from './scripts/failures.js';
import { followFilters } from './scripts/filters.js';
import { labelByKeys } from './scripts/labels.js';
import { drawCharts } from './scripts/charts.js';

reportFailures(htmx);
followFilters(htmx);
htmx.onLoad(drawCharts);
labelByKeys();
