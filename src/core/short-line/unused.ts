/** What stands behind a device where nothing needs it. */
import type { Step } from './line.ts'
import { hasOnly, type Piece, usesOf, valueFor, without } from './pieces.ts'

export const randomNumbers: Step = {
  what: 'random numbers',
  source:
    'docs/system/devices/virtio (virtio-rng): without an object QEMU takes rng-builtin, which asks getrandom(2): the pool behind /dev/urandom',
  shorten: ({ pieces }) => {
    const spare = pieces.filter((piece) => isRandom(piece))
    const ids = spare.map((piece) => valueFor(piece, 'id'))
    return pieces
      .filter((piece) => !spare.includes(piece))
      .map((piece) => {
        const rng = valueFor(piece, 'rng')
        return piece.option === 'device' && rng !== undefined && ids.includes(rng)
          ? without(piece, 'rng')
          : piece
      })
  },
}

function isRandom(piece: Piece): boolean {
  if (piece.option !== 'object' || piece.isFixed === true) return false
  const kind = valueFor(piece, 'qom-type')
  if (kind === 'rng-builtin') return hasOnly(piece, ['qom-type', 'id'])
  return (
    kind === 'rng-random' &&
    valueFor(piece, 'filename') === '/dev/urandom' &&
    hasOnly(piece, ['qom-type', 'id', 'filename'])
  )
}

export const soundWithoutCard: Step = {
  what: 'sound that no card makes',
  source: 'qemu-options.hx, -audiodev: a backend for sound cards, whose sound VNC carries on',
  shorten: ({ pieces }) => {
    const silent = pieces.filter((piece) => {
      const id = piece.option === 'audiodev' && piece.isFixed !== true ? valueFor(piece, 'id') : undefined
      return id !== undefined && usesOf(pieces, id) === pieces.filter((one) => hears(one, id)).length
    })
    const ids = silent.map((piece) => valueFor(piece, 'id'))
    return pieces
      .filter((piece) => !silent.includes(piece))
      .map((piece) =>
        ids.some((id) => id !== undefined && hears(piece, id)) ? without(piece, 'audiodev') : piece,
      )
  },
}

function hears(piece: Piece, id: string): boolean {
  return piece.option === 'vnc' && piece.isFixed !== true && valueFor(piece, 'audiodev') === id
}
