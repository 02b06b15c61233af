/** A picture with a place for everything: boxes, lines and texts in px, as they are drawn. */
import type { Path } from '../finding.ts'

export interface SceneText {
  readonly text: string
  readonly x: number
  /** Of the line that the letters stand on. */
  readonly y: number
  readonly style: 'name' | 'heading' | 'title' | 'detail' | 'address'
  /** Where `x` is of it. */
  readonly anchor: 'start' | 'end'
}

/** A box that no other one overlaps. */
export interface SceneBox {
  readonly id: string
  /** `end` is what a device leads to, `host` a device of the host; the others are those of the tree. */
  readonly kind: 'part' | 'bus' | 'port' | 'device' | 'cell' | 'chip' | 'end' | 'host'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** How deep in the tree, from 1; 0 for what is no part of the tree. */
  readonly level: number
  /** All that it says, without being cut. */
  readonly label: string
  /** Its place in the completed Domain. */
  readonly path: Path | undefined
  /** Libvirt adds it, or the guest has it already. */
  readonly isQuiet: boolean
  readonly texts: readonly SceneText[]
}

/** A border around several boxes. */
export interface SceneFrame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface SceneLine {
  readonly kind: 'bus' | 'end'
  /** Of an SVG path. */
  readonly d: string
}

export interface Scene {
  readonly name: string
  readonly width: number
  readonly height: number
  /** Where the guest ends and the host begins. */
  readonly guestHeight: number
  readonly texts: readonly SceneText[]
  readonly frames: readonly SceneFrame[]
  readonly lines: readonly SceneLine[]
  /** In the order of the tree, each before what hangs on it. */
  readonly boxes: readonly SceneBox[]
}
