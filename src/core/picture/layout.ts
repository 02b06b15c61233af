/**
 * A place for everything in a picture, by its width: one row for each device, indented below what it hangs on, and at
 * the right what it leads to on the host. Rows that lead to the same share one box, so that no line crosses another.
 */
import { type HostEnd, type HostGroup, nodeInWords, type Picture, type PictureNode } from './picture.ts'
import type { Scene, SceneBox, SceneFrame, SceneLine, SceneText } from './scene.ts'
import { clip, onOneLine, widthOf } from './text-width.ts'

const margin = 12
const padding = 10
const gap = 6
const indent = 18
/** Of a box of one line; each further line adds to it. */
const row = 28
const lineHeight = 16
const titleSize = 13
const smallSize = 12
const portWidth = 76
const endGap = 24
/** Below this width what a device leads to stands in its own box. */
const widthForEnds = 400
const narrowestDevice = 124
const mostEndLines = 8
/** A label is read out, and nobody listens longer. */
const longestLabel = 400
const narrowest = 240

/**
 * @param wantedWidth of the drawing, in px
 */
export function layoutOf(picture: Picture, wantedWidth: number): Scene {
  const width = Math.max(narrowest, Math.round(wantedWidth))
  return new Layout(picture, width).scene()
}

/** What the last rows lead to, while the next one may lead to the same. */
interface Shared {
  readonly end: HostEnd
  readonly details: Set<string>
  readonly top: number
  bottom: number
  readonly path: PictureNode['path']
}

class Layout {
  private readonly picture: Picture
  private readonly width: number
  private readonly texts: SceneText[] = []
  private readonly frames: SceneFrame[] = []
  private readonly lines: SceneLine[] = []
  private readonly boxes: SceneBox[] = []
  private y = 0
  /** The right edge of the devices, and the left and right one of what they lead to. */
  private deviceRight = 0
  private endLeft: number | undefined
  private readonly right: number
  private shared: Shared | undefined

  constructor(picture: Picture, width: number) {
    this.picture = picture
    this.width = width
    this.right = width - margin - padding
  }

  scene(): Scene {
    const { name, about, guest, host } = this.picture
    const room = this.width - 2 * margin
    this.texts.push(text(clip(name, room, 16), margin, 26, 'name'))
    this.texts.push(text(clip(about, room, smallSize), margin, 44, 'detail'))
    this.y = 58
    for (const part of guest) this.part(part)
    const guestHeight = this.y
    if (host.length > 0) this.host(host)
    return {
      name,
      width: this.width,
      height: this.y,
      guestHeight,
      texts: this.texts,
      frames: this.frames,
      lines: this.lines,
      boxes: this.boxes,
    }
  }

  private part(node: PictureNode): void {
    const top = this.y
    const left = margin + padding
    const room = this.right - left
    const hasEnds = room >= widthForEnds && leadsSomewhere(node)
    const endWidth = Math.round(Math.min(room * 0.34, 380))
    this.endLeft = hasEnds ? this.right - endWidth : undefined
    this.deviceRight = hasEnds ? this.right - endWidth - endGap : this.right
    const title = clip(node.title, room, 14)
    const titleWidth = widthOf(title, 14) + 10
    const details = clip(node.details.join(', '), room - titleWidth, smallSize)
    this.box(node, 1, margin, this.width - 2 * margin, 32, [
      text(title, left, top + 21, 'heading'),
      ...(room - titleWidth < 40 ? [] : [text(details, left + titleWidth, top + 21, 'detail')]),
    ])
    this.y = top + 36
    this.children(node.children, left, 2)
    this.closeShared()
    this.y += padding - gap
    this.frames.push({ x: margin, y: top, width: this.width - 2 * margin, height: this.y - top })
    this.y += margin
  }

  private children(nodes: readonly PictureNode[], left: number, level: number): void {
    const chips: PictureNode[] = []
    for (const node of nodes)
      if (node.kind === 'chip') chips.push(node)
      else {
        this.chips(chips.splice(0), left, level)
        this.node(node, left, level)
      }
    this.chips(chips, left, level)
  }

  /** Chips side by side, as many as fit. */
  private chips(nodes: readonly PictureNode[], left: number, level: number): void {
    if (nodes.length === 0) return
    const height = row + lineHeight
    const right = this.right
    let x = left
    for (const node of nodes) {
      const detail = node.details.join(', ')
      const wanted = Math.ceil(Math.max(widthOf(node.title, titleSize), widthOf(detail, smallSize))) + 18
      const width = Math.min(Math.max(wanted, 92), right - left)
      if (x > left && x + width > right) {
        x = left
        this.y += height + gap
      }
      const room = width - 16
      this.box(node, level, x, width, height, [
        text(clip(node.title, room, titleSize), x + 8, this.y + 18, 'title'),
        text(clip(detail, room, smallSize), x + 8, this.y + 35, 'detail'),
      ])
      x += width + gap
    }
    this.y += height + gap
  }

  private node(node: PictureNode, left: number, level: number): void {
    const [only, another] = node.children
    const hasRoom = left + portWidth + gap * 2 + narrowestDevice <= this.deviceRight
    if (node.kind === 'port' && only !== undefined && another === undefined && hasRoom) {
      const top = this.y
      const room = portWidth - 16
      this.box(node, level, left, portWidth, row, [
        text(clip(node.address ?? 'port', room, smallSize, true), left + 8, top + 18, 'address'),
      ])
      this.lines.push({ kind: 'bus', d: `M${left + portWidth} ${top + row / 2}h${gap * 2}` })
      this.node(only, left + portWidth + gap * 2, level + 1)
      return
    }
    const bottom = this.row(node, left, level)
    if (node.children.length === 0) return
    const x = Math.max(left, Math.min(left + indent, this.deviceRight - narrowestDevice))
    const before = this.boxes.length
    this.children(node.children, x, level + 1)
    if (x === left || node.kind === 'cell') return
    const trunk = left + 8
    let last = bottom
    for (const box of this.boxes.slice(before)) {
      if (box.level !== level + 1) continue
      last = box.y + row / 2
      this.lines.push({ kind: 'bus', d: `M${trunk} ${last}H${box.x}` })
    }
    this.lines.push({ kind: 'bus', d: `M${trunk} ${bottom}V${last}` })
  }

  /** The box of one device, and what it leads to; returns its lower edge. */
  private row(node: PictureNode, left: number, level: number): number {
    const top = this.y
    const width = this.deviceRight - left
    const { address = '', end } = node
    const room = width - 16
    const fitsBeside = widthOf(node.title, titleSize) + widthOf(address, smallSize, true) + 18 <= room
    const shortAddress = fitsBeside ? clip(address, room, smallSize, true) : ''
    const addressWidth = shortAddress === '' ? 0 : widthOf(shortAddress, smallSize, true) + 10
    const title = clip(node.title, room - addressWidth, titleSize)
    const titleWidth = widthOf(title, titleSize) + 8
    const below = [...(fitsBeside || address === '' ? [] : [address]), ...node.details]
    if (end !== undefined && this.endLeft === undefined)
      below.push(`→ ${[end.title, ...end.details].join(', ')}`)
    const detail = below.join(', ')
    const isInline = titleWidth + widthOf(detail, smallSize) + addressWidth <= room
    const wrapped = isInline ? [] : wrap(below, room, 2)
    const height = row + wrapped.length * lineHeight
    this.box(node, level, left, width, height, [
      text(title, left + 8, top + 18, 'title'),
      ...(isInline && detail !== ''
        ? [text(onOneLine(detail), left + 8 + titleWidth, top + 18, 'detail')]
        : []),
      ...(shortAddress === '' ? [] : [text(shortAddress, left + width - 8, top + 18, 'address', 'end')]),
      ...wrapped.map((line, index) => text(line, left + 8, top + 35 + index * lineHeight, 'detail')),
    ])
    const bottom = top + height
    this.y = bottom + gap
    if (end === undefined || this.endLeft === undefined) return bottom
    this.lines.push({ kind: 'end', d: `M${this.deviceRight} ${top + row / 2}H${this.endLeft}` })
    if (this.shared?.end.key !== end.key) {
      this.closeShared()
      this.shared = { end, details: new Set(), top, bottom, path: node.path }
    }
    const { shared } = this
    for (const one of end.details) shared?.details.add(one)
    if (shared !== undefined) {
      shared.bottom = Math.max(bottom, shared.top + row + this.endLines(shared).length * lineHeight)
      this.y = shared.bottom + gap
    }
    return bottom
  }

  private endLines({ details }: Shared): readonly string[] {
    return wrap([...details], this.right - (this.endLeft ?? 0) - 16, mostEndLines)
  }

  /** Draws what the last rows lead to. */
  private closeShared(): void {
    const { shared, endLeft } = this
    this.shared = undefined
    if (shared === undefined || endLeft === undefined) return
    const { end, top, bottom, path } = shared
    const room = this.right - endLeft - 16
    this.boxes.push({
      id: `end ${this.boxes.length}`,
      kind: 'end',
      x: endLeft,
      y: top,
      width: this.right - endLeft,
      height: bottom - top,
      level: 0,
      label: label([end.title, ...shared.details].join(', ')),
      path,
      isQuiet: false,
      texts: [
        text(clip(end.title, room, titleSize), endLeft + 8, top + 18, 'title'),
        ...this.endLines(shared).map((line, index) =>
          text(line, endLeft + 8, top + 35 + index * lineHeight, 'detail'),
        ),
      ],
    })
  }

  private host(groups: readonly HostGroup[]): void {
    const top = this.y
    const left = margin + padding
    this.texts.push(text('On the host, by IOMMU group', left, top + 21, 'heading'))
    const room = this.right - left
    const columns = Math.max(1, Math.floor((room + margin) / 250))
    const width = Math.floor((room - (columns - 1) * margin) / columns)
    const bottoms = Array.from({ length: columns }, () => top + 36)
    for (const group of groups) {
      const column = bottoms.indexOf(Math.min(...bottoms))
      const x = left + column * (width + margin)
      bottoms[column] = this.group(group, x, bottoms[column] ?? 0, width) + margin
    }
    this.y = Math.max(...bottoms)
    this.frames.push({ x: margin, y: top, width: this.width - 2 * margin, height: this.y - top })
    this.y += margin
  }

  private group({ title, devices }: HostGroup, x: number, top: number, width: number): number {
    const room = width - 2 * 16
    this.texts.push(text(clip(title, room, smallSize), x + 8, top + 18, 'detail'))
    let y = top + row
    for (const { id, title: name, details, isGiven, reason } of devices) {
      const lines = wrap(
        [...details, ...(isGiven ? ['in the guest'] : reason === undefined ? [] : [reason])],
        room,
        6,
        false,
      )
      const height = row + lines.length * lineHeight
      this.boxes.push({
        id: `host ${id}`,
        kind: 'host',
        x: x + 8,
        y,
        width: width - 16,
        height,
        level: 0,
        label: label([name, ...details, isGiven ? 'in the guest' : 'with the host'].join(', ')),
        path: undefined,
        isQuiet: !isGiven && reason !== undefined,
        texts: [
          text(clip(name, room, titleSize), x + 16, y + 18, 'title'),
          ...lines.map((line, index) => text(line, x + 16, y + 35 + index * lineHeight, 'detail')),
        ],
      })
      y += height + gap
    }
    this.frames.push({ x, y: top, width, height: y - top })
    return y
  }

  private box(
    node: PictureNode,
    level: number,
    x: number,
    width: number,
    height: number,
    texts: readonly SceneText[],
  ): void {
    const { id, kind, path, isAdded = false } = node
    this.boxes.push({
      id,
      kind,
      x,
      y: this.y,
      width,
      height,
      level,
      label: label(nodeInWords(node)),
      path,
      isQuiet: isAdded,
      texts: texts.filter((one) => one.text !== ''),
    })
  }
}

function leadsSomewhere(node: PictureNode): boolean {
  return node.end !== undefined || node.children.some(leadsSomewhere)
}

function text(
  words: string,
  x: number,
  y: number,
  style: SceneText['style'],
  anchor: SceneText['anchor'] = 'start',
): SceneText {
  return { text: words, x: Math.round(x), y, style, anchor }
}

function label(words: string): string {
  const line = onOneLine(words.slice(0, longestLabel))
  return words.length > longestLabel ? `${line}…` : line
}

/** Words on as many lines as they need, at most `most`; the last one says how many more there are. */
function wrap(words: readonly string[], room: number, most: number, joins = true): readonly string[] {
  const lines: string[] = []
  for (const [index, word] of words.entries()) {
    const last = lines.at(-1)
    const joined = `${last}, ${word}`
    if (joins && last !== undefined && widthOf(joined, smallSize) <= room) lines[lines.length - 1] = joined
    else if (lines.length < most) lines.push(clip(word, room, smallSize))
    else {
      lines[most - 1] = clip(`and ${words.length - index + 1} more`, room, smallSize)
      break
    }
  }
  return lines
}
