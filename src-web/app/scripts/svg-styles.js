// A strict content security policy refuses style attributes that are set as text, which ECharts' SVG renderer does for
// fonts. Set through the object model they are allowed, and mean the same.
export function allowStylesInSvg() {
    const setAttribute = SVGElement.prototype.setAttribute;
    SVGElement.prototype.setAttribute = function (name, value) {
        if (name === 'style') {
            this.style.cssText = value;
        } else {
            setAttribute.call(this, name, value);
        }
    };
}
