/**
 * Carrying a chip to a host CPU: by dragging it with a mouse or a finger, by two clicks, and by the keyboard. What
 * follows the pointer and the arrows is moved by hand, so that nothing is drawn anew on the way.
 */

import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { nearestStop } from './nearest-stop.ts'

/** A chip in the hand. */
export interface Carried {
  readonly chip: string
  /** The host CPU that it was taken from; undefined when from the tray. */
  readonly from: number | undefined
}

export interface CarryWish {
  /** The element around tray and host: chips have data-chip in it, host CPUs data-cpu, the tray data-tray. */
  readonly within: RefObject<HTMLElement | null>
  readonly onTake: (carried: Carried) => void
  /** @param to undefined for the tray */
  readonly onDrop: (carried: Carried, to: number | undefined) => void
  readonly onGiveUp: (carried: Carried) => void
}

/** The distance from which on a press is a drag, in CSS pixels. */
const dragFrom = 5
/** How near to the edge of the scrolled box a drag begins to scroll it, and by how much with each frame, in CSS pixels. */
const edge = 32
const scrollStep = 10

interface Press {
  readonly carried: Carried
  readonly x: number
  readonly y: number
  readonly pointerId: number
  readonly chip: HTMLElement
  ghost?: HTMLElement
  over?: HTMLElement | undefined
  scroll?: number
}

/** What is carried now, and the handlers for the element around tray and host. */
export function useCarry(wish: CarryWish) {
  const { within, onTake, onDrop, onGiveUp } = wish
  const [carried, setCarried] = useState<Carried>()
  const press = useRef<Press>(undefined)
  // The click that follows a drag is no click.
  const wasDrag = useRef(false)
  /** Where the focus goes once it is drawn. */
  const focusNext = useRef<Carried>(undefined)

  useEffect(() => {
    const root = within.current
    if (root === null) return
    const wanted = focusNext.current
    focusNext.current = undefined
    if (wanted !== undefined) focusStop(chipAt(root, wanted) ?? stops(root, false)[0])
    // One stop of the tray and one of the host take the focus of Tab, whatever was drawn.
    for (const region of root.querySelectorAll<HTMLElement>(regions))
      if (region.querySelector(tabStop) === null) makeStop(stops(region, false)[0])
  })
  useEffect(() => () => endPress(press.current), [])

  const take = (next: Carried) => {
    setCarried(next)
    onTake(next)
  }
  const giveUp = () => {
    if (carried === undefined) return
    focusNext.current = carried
    setCarried(undefined)
    onGiveUp(carried)
  }
  const drop = (held: Carried, to: number | undefined) => {
    focusNext.current = { chip: held.chip, from: to }
    setCarried(undefined)
    onDrop(held, to)
  }
  const endDrag = () => {
    endPress(press.current)
    press.current = undefined
  }

  return {
    carried,
    handlers: {
      onPointerDown(event: PointerEvent) {
        wasDrag.current = false
        const chip = closest(event.target, '[data-chip]')
        if (event.button !== 0 || chip === undefined || carried !== undefined) return
        press.current = {
          carried: carriedBy(chip),
          x: event.clientX,
          y: event.clientY,
          pointerId: event.pointerId,
          chip,
        }
      },

      onPointerMove(event: PointerEvent) {
        const now = press.current
        const root = within.current
        if (now === undefined || root === null || event.pointerId !== now.pointerId) return
        if (now.ghost === undefined) {
          if (Math.hypot(event.clientX - now.x, event.clientY - now.y) < dragFrom) return
          now.ghost = ghostOf(now.chip, root)
          root.setPointerCapture(event.pointerId)
          take(now.carried)
        }
        now.ghost.style.transform = `translate(${event.clientX}px, ${event.clientY}px)`
        markOver(now, dropAt(root, event.clientX, event.clientY))
        scrollAtEdge(now, root, event.clientY)
      },

      onPointerUp(event: PointerEvent) {
        const now = press.current
        if (now === undefined || event.pointerId !== now.pointerId) return
        const { ghost, over } = now
        endDrag()
        if (ghost === undefined) return
        wasDrag.current = true
        if (over === undefined) giveUp()
        else drop(now.carried, cpuOf(over))
      },

      onPointerCancel() {
        const isDrag = press.current?.ghost !== undefined
        endDrag()
        if (isDrag) giveUp()
      },

      /** A click takes a chip, and the next one drops it. Space and Enter on a chip are clicks as well. */
      onClick(event: MouseEvent) {
        const root = within.current
        if (wasDrag.current || root === null) {
          wasDrag.current = false
          return
        }
        const chip = closest(event.target, '[data-chip]')
        if (carried === undefined) {
          if (chip === undefined) return
          const next = carriedBy(chip)
          take(next)
          focusStop(startOf(root, next), event.detail === 0)
          return
        }
        const place = closest(event.target, '[data-cpu], [data-tray]')
        if (place === undefined) return
        if (chip !== undefined && sameChip(carriedBy(chip), carried)) giveUp()
        else drop(carried, cpuOf(place))
      },

      onKeyDown(event: KeyboardEvent) {
        const root = within.current
        const stop = closest(event.target, '[data-stop]')
        if (root === null || stop === undefined) return
        if (event.key === 'Escape') {
          if (carried === undefined) return
          endDrag()
          giveUp()
        } else if (carried !== undefined && (event.key === ' ' || event.key === 'Enter')) {
          drop(carried, cpuOf(placeOf(stop)))
        } else if (event.key === 'Delete' || event.key === 'Backspace') {
          const chip = closest(event.target, '[data-chip]')
          if (carried !== undefined) drop(carried, undefined)
          else if (chip !== undefined && carriedBy(chip).from !== undefined) drop(carriedBy(chip), undefined)
          else return
        } else {
          const next = nextStop(stops(root, carried !== undefined), stop, event.key)
          if (next === undefined) return
          focusStop(next)
        }
        event.preventDefault()
        event.stopPropagation()
      },
    },
  }
}

function closest(target: EventTarget, selector: string): HTMLElement | undefined {
  const found = target instanceof Element ? target.closest(selector) : null
  return found instanceof HTMLElement ? found : undefined
}

/** The host CPU of a place; undefined for the tray. */
function cpuOf(place: HTMLElement): number | undefined {
  const cpu = place.dataset['cpu']
  return cpu === undefined ? undefined : Number(cpu)
}

/** The host CPU or the tray that a stop is, or is on. */
function placeOf(stop: HTMLElement): HTMLElement {
  return closest(stop, '[data-cpu], [data-tray]') ?? stop
}

function carriedBy(chip: HTMLElement): Carried {
  const place = chip.closest('[data-cpu]')
  return {
    chip: chip.dataset['chip'] ?? '',
    from: place instanceof HTMLElement ? cpuOf(place) : undefined,
  }
}

function sameChip(one: Carried, other: Carried): boolean {
  return one.chip === other.chip && one.from === other.from
}

function chipAt(root: HTMLElement, { chip, from }: Carried): HTMLElement | undefined {
  const place = from === undefined ? '[data-tray]' : `[data-cpu="${from}"]`
  const found =
    root.querySelector(`${place} [data-chip="${CSS.escape(chip)}"]`) ??
    root.querySelector(`[data-chip="${CSS.escape(chip)}"]`)
  return found instanceof HTMLElement ? found : undefined
}

/** What the arrows go over: places while something is carried, else chips and the host CPUs without one. */
function stops(root: HTMLElement, isCarrying: boolean): readonly HTMLElement[] {
  const selector = isCarrying ? '[data-tray], [data-cpu]' : '[data-chip], [data-cpu]:not(:has([data-chip]))'
  return [...root.querySelectorAll<HTMLElement>(selector)]
}

/** Where carrying begins: where the chip is, for one of the tray on the first host CPU without a chip. */
function startOf(root: HTMLElement, { from }: Carried): HTMLElement | undefined {
  const cpus = [...root.querySelectorAll<HTMLElement>('[data-cpu]')]
  return from === undefined
    ? (cpus.find((cpu) => cpu.querySelector('[data-chip]') === null) ?? cpus[0])
    : cpus.find((cpu) => cpuOf(cpu) === from)
}

function nextStop(all: readonly HTMLElement[], from: HTMLElement, key: string): HTMLElement | undefined {
  const index = all.indexOf(from)
  switch (key) {
    case 'ArrowLeft':
      return all[index - 1]
    case 'ArrowRight':
      return all[index + 1]
    case 'Home':
      return all[0]
    case 'End':
      return all.at(-1)
    case 'ArrowUp':
    case 'ArrowDown': {
      const boxes = all.map((stop) => stop.getBoundingClientRect())
      const next = nearestStop(boxes, from.getBoundingClientRect(), key === 'ArrowUp' ? 'up' : 'down')
      return next === undefined ? undefined : all[next]
    }
    default:
      return undefined
  }
}

const regions = '[data-tray], [data-scrolls]'
const tabStop = '[data-stop][tabindex="0"]'

function makeStop(stop: HTMLElement | undefined): void {
  // The tray is a place to drop on, and no stop of Tab.
  if (stop === undefined || stop.matches('[data-tray]')) return
  const region = stop.closest(regions)
  for (const other of region?.querySelectorAll(tabStop) ?? []) other.setAttribute('tabindex', '-1')
  stop.setAttribute('tabindex', '0')
}

/** @param isScrolling false leaves what is on the screen where it is, below a mouse */
function focusStop(stop: HTMLElement | undefined, isScrolling = true): void {
  makeStop(stop)
  stop?.focus({ preventScroll: true })
  if (isScrolling) stop?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function ghostOf(chip: HTMLElement, root: HTMLElement): HTMLElement {
  const ghost = document.createElement('span')
  ghost.className = 'pin-ghost'
  ghost.setAttribute('aria-hidden', 'true')
  ghost.textContent = chip.textContent
  root.append(ghost)
  return ghost
}

function dropAt(root: HTMLElement, x: number, y: number): HTMLElement | undefined {
  const under = document.elementFromPoint(x, y)
  const place = under === null ? undefined : closest(under, '[data-cpu], [data-tray]')
  return place !== undefined && root.contains(place) ? place : undefined
}

function markOver(press: Press, over: HTMLElement | undefined): void {
  if (press.over === over) return
  if (press.over !== undefined) delete press.over.dataset['over']
  if (over !== undefined) over.dataset['over'] = ''
  press.over = over
}

/** Scrolls the host while the pointer stays near the upper or lower edge of its box. */
function scrollAtEdge(press: Press, root: HTMLElement, y: number): void {
  if (press.scroll !== undefined) cancelAnimationFrame(press.scroll)
  delete press.scroll
  const box = root.querySelector('[data-scrolls]')
  if (box === null || box.scrollHeight <= box.clientHeight) return
  const { top, bottom } = box.getBoundingClientRect()
  const by = y > bottom - edge ? scrollStep : y > top - edge && y < top + edge ? -scrollStep : 0
  if (by === 0) return
  const step = () => {
    box.scrollTop += by
    press.scroll = requestAnimationFrame(step)
  }
  press.scroll = requestAnimationFrame(step)
}

function endPress(press: Press | undefined): void {
  if (press === undefined) return
  if (press.scroll !== undefined) cancelAnimationFrame(press.scroll)
  press.ghost?.remove()
  markOver(press, undefined)
}
