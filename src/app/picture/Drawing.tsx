import { type KeyboardEvent, memo, useRef, useState } from 'react'
import type { Scene, SceneBox, SceneText } from '../../core/picture/index.ts'
import { t } from '../words/index.ts'
import { goToPlace } from './go-to-place.ts'
import { nextInTree } from './next-in-tree.ts'

/** The guest's side of a scene: a tree that is walked with the arrows, each box the way to its part. */
export function Drawing({ scene }: { readonly scene: Scene }) {
  const { width, guestHeight: height, frames, lines, texts, boxes } = scene
  const root = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string>()
  const tree = boxes.filter(({ level }) => level > 0)
  const stop = tree.some(({ id }) => id === current) ? current : tree[0]?.id

  const onKeyDown = (event: KeyboardEvent) => {
    const index = tree.findIndex(({ id }) => id === stop)
    const here = tree[index]
    if (here === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      goToPlace(here.path, here.isQuiet)
      return
    }
    const next = nextInTree(tree, index, event.key)
    if (next === undefined) return
    event.preventDefault()
    root.current?.querySelectorAll<SVGGElement>('[role="treeitem"]')[next]?.focus()
  }

  return (
    <div
      ref={root}
      className="picture__tree"
      role="tree"
      aria-label={t`Picture of ${scene.name}`}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="none">
        {frames
          .filter(({ y }) => y < height)
          .map((frame) => (
            <rect key={`${frame.x} ${frame.y}`} className="picture__frame" rx={6} {...frame} />
          ))}
        {lines.map(({ kind, d }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names, and each is drawn anew
          <path key={index} className={`picture__line picture__line--${kind}`} d={d} />
        ))}
        <Texts texts={texts.filter(({ y }) => y < height)} />
        {boxes
          .filter(({ kind }) => kind !== 'host')
          .map((box) => (
            <Box key={box.id} box={box} isStop={box.id === stop} onFocus={setCurrent} />
          ))}
      </svg>
    </div>
  )
}

const Box = memo(function Box(props: {
  readonly box: SceneBox
  readonly isStop: boolean
  readonly onFocus: (id: string) => void
}) {
  const { box, isStop, onFocus } = props
  const { id, kind, level, label, path, isQuiet, x, y, width, height, texts } = box
  const inTree =
    level > 0
      ? ({
          role: 'treeitem',
          tabIndex: isStop ? 0 : -1,
          'aria-level': level,
          'aria-label': label,
          onFocus: () => onFocus(id),
        } as const)
      : ({ 'aria-hidden': true } as const)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is an item of the tree, or one of what an item leads to
    <g
      className={`picture__box picture__box--${kind}`}
      data-quiet={isQuiet || undefined}
      data-goes={path !== undefined || undefined}
      onClick={() => goToPlace(path, isQuiet)}
      {...inTree}
    >
      <title>{label}</title>
      <rect x={x + 0.5} y={y + 0.5} width={width - 1} height={height - 1} rx={4} />
      <Texts texts={texts} />
    </g>
  )
})

function Texts({ texts }: { readonly texts: readonly SceneText[] }) {
  return texts.map(({ text, x, y, style, anchor }) => (
    <text
      key={`${x} ${y}`}
      className={`picture__${style}`}
      x={x}
      y={y}
      textAnchor={anchor === 'end' ? 'end' : undefined}
    >
      {text}
    </text>
  ))
}
