/** A picture as an SVG file that stands on its own, in both themes. */
import { escapeAttribute, escapeText } from '../xml/index.ts'
import { layoutOf } from './layout.ts'
import { nodeInWords, type Picture, type PictureNode } from './picture.ts'
import type { Scene, SceneBox, SceneText } from './scene.ts'
import { onOneLine } from './text-width.ts'

/** Wide enough for a page, and for two columns of what is on the host. */
const usualWidth = 1080

/** Colours are those of the page; programs that know no themes show the first ones. */
const style = `text{font:12px system-ui,sans-serif;fill:#515e69}
.name{font-size:16px;font-weight:600;fill:#17212a}
.heading{font-size:14px;font-weight:600;fill:#17212a}
.title{font-size:13px;fill:#17212a}
.address{font-family:ui-monospace,Menlo,'DejaVu Sans Mono',monospace}
rect{fill:#fff;stroke:#87929b}
.ground{fill:#f2f4f5;stroke:none}
.frame{fill:#f7f8f9;stroke:#d8dee2}
.part rect{fill:none;stroke:none}
.bus rect,.port rect,.cell rect{fill:#e9edef}
.end rect,.host rect{fill:#e0eef3;stroke:#0a6080}
.quiet rect{stroke-dasharray:3 2}
path{fill:none;stroke:#87929b}
path.end{stroke:#0a6080}
@media (prefers-color-scheme:dark){text{fill:#a3b0b9}
.name,.heading,.title{fill:#e4e9ec}
rect{fill:#20272d;stroke:#68757f}
.ground{fill:#12171b}
.frame{fill:#181e23;stroke:#2d363d}
.bus rect,.port rect,.cell rect{fill:#2d363e}
.end rect,.host rect{fill:#15323d;stroke:#72c4df}
path{stroke:#68757f}
path.end{stroke:#72c4df}}`

/**
 * The picture as SVG 1.1 text. Its description is the tree in words; each box says all of what it shows a part of.
 *
 * @param width of the drawing, in px
 */
export function renderPictureSvg(picture: Picture, width = usualWidth): string {
  const scene = layoutOf(picture, width)
  const { height, name } = scene
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${height}" viewBox="0 0 ${scene.width} ${height}" role="graphics-document document" aria-labelledby="title" aria-describedby="description">
<title id="title">${escapeText(onOneLine(name))}</title>
<desc id="description">${escapeText(outlineOf(picture))}</desc>
<style>${escapeText(style)}</style>
<rect class="ground" width="${scene.width}" height="${height}"/>
${drawn(scene)}
</svg>
`
}

function drawn({ frames, lines, texts, boxes }: Scene): string {
  return [
    ...frames.map(
      ({ x, y, width, height }) =>
        `<rect class="frame" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`,
    ),
    ...lines.map(({ kind, d }) => `<path class="${kind}" d="${d}"/>`),
    ...texts.map(textElement),
    ...boxes.map(boxElement),
  ].join('\n')
}

function boxElement({ kind, isQuiet, x, y, width, height, label, texts }: SceneBox): string {
  const rect = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`
  const name = `<title>${escapeText(label)}</title>`
  return `<g class="${kind}${isQuiet ? ' quiet' : ''}" role="graphics-symbol img" aria-label='${escapeAttribute(label)}'>${name}${rect}${texts.map(textElement).join('')}</g>`
}

function textElement({ text, x, y, style: look, anchor }: SceneText): string {
  const end = anchor === 'end' ? ' text-anchor="end"' : ''
  return `<text class="${look}" x="${x}" y="${y}"${end}>${escapeText(text)}</text>`
}

/** The tree in words, a line for each node, those below it indented. */
export function outlineOf({ name, about, guest, host }: Picture): string {
  const lines = [onOneLine(about === '' ? name : `${name}: ${about}`)]
  const add = (node: PictureNode, depth: number) => {
    lines.push(`${'  '.repeat(depth)}- ${onOneLine(nodeInWords(node))}`)
    for (const child of node.children) add(child, depth + 1)
  }
  for (const node of guest) add(node, 0)
  for (const { title, devices } of host) {
    lines.push(`- On the host: ${title}`)
    for (const { title: device, details, isGiven } of devices)
      lines.push(
        `  - ${onOneLine([device, ...details, isGiven ? 'in the guest' : 'with the host'].join(', '))}`,
      )
  }
  return `${lines.join('\n')}\n`
}
