import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import './splitter.css'

export interface SplitterProps {
  /** What it sizes: 'Width of the output'. */
  readonly label: string
  /** Which neighbour `value` is the width of. */
  readonly of: 'before' | 'after'
  readonly value: number
  readonly min: number
  readonly max: number
  /** Where a double click (or Enter) goes back to. */
  readonly reset: number
  readonly onChange: (value: number) => void
}

const step = 16

/** An upright divider: drag it, or use the arrow keys, Home and End. `useStoredWidth` remembers the value. */
export function Splitter({ label, of, value, min, max, reset, onChange }: SplitterProps) {
  const start = useRef<{ readonly x: number; readonly value: number }>(undefined)
  const [dragging, setDragging] = useState(false)
  const sign = of === 'before' ? 1 : -1
  const set = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))))

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') set(value + sign * step)
    else if (event.key === 'ArrowLeft') set(value - sign * step)
    else if (event.key === 'Home') set(min)
    else if (event.key === 'End') set(max)
    else if (event.key === 'Enter') set(reset)
    else return
    event.preventDefault()
  }

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, value }
    setDragging(true)
  }

  const end = () => {
    start.current = undefined
    setDragging(false)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a control; <hr> is not
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      data-dragging={dragging || undefined}
      onKeyDown={onKeyDown}
      onDoubleClick={() => set(reset)}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (start.current !== undefined) set(start.current.value + sign * (event.clientX - start.current.x))
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  )
}
