/** Serial ports as one `-serial` each. */
import type { Step } from './line.ts'
import { driverOf, hasOnly, type Piece, plain, usesOf, valueFor } from './pieces.ts'

/** What a chardev of one or two keys is called by `-serial`; undefined for one that has to stay. qemu-options.hx, -serial. */
function shortName(chardev: Piece): string | undefined {
  const kind = valueFor(chardev, 'backend')
  if (!hasOnly(chardev, ['backend', 'id', ...(kind === 'file' ? ['path'] : [])])) return undefined
  switch (kind) {
    case 'pty':
    case 'null':
    case 'stdio':
    case 'vc':
      return kind
    case 'file': {
      const path = valueFor(chardev, 'path') ?? ''
      return path === '' || path.includes(',') ? undefined : `file:${path}`
    }
    default:
      return undefined
  }
}

interface Port {
  readonly port: Piece
  readonly chardev: Piece
  readonly name: string
}

export const serialPorts: Step = {
  what: 'serial ports',
  source:
    'qemu-options.hx, -serial: an isa-serial of a PC, the UART of another board; mon:stdio is a terminal with the monitor behind Ctrl-A',
  shorten: ({ pieces, machine }) => {
    const ports = pieces.flatMap((port) => portOf(pieces, port) ?? [])
    const all = pieces.filter((piece) => isPort(piece))
    const isBoards = machine.board !== 'other' || ports.every(({ port }) => port.option === 'serial')
    if (ports.length < all.length || !isBoards || !areInTurn(ports)) return pieces
    const isTerminalFree = !pieces.some(({ text = '' }) => /^(?:mon:)?stdio|curses/.test(text))
    let shorter = pieces
    for (const [index, { port, chardev, name }] of ports.entries()) {
      const text = name === 'pty' && index === 0 && isTerminalFree ? 'mon:stdio' : name
      shorter = shorter.flatMap((piece) =>
        piece === chardev ? [] : piece === port ? [plain('serial', port.path, text)] : [piece],
      )
    }
    return shorter
  },
}

function isPort(piece: Piece): boolean {
  return driverOf(piece) === 'isa-serial' || (piece.option === 'serial' && piece.isFixed !== true)
}

function portOf(pieces: readonly Piece[], port: Piece): Port | undefined {
  if (!isPort(port)) return undefined
  const isDevice = driverOf(port) === 'isa-serial'
  const id = isDevice ? valueFor(port, 'chardev') : port.text?.replace(/^chardev:/, '')
  const chardev = pieces.find(
    (piece) => piece.option === 'chardev' && piece.isFixed !== true && valueFor(piece, 'id') === id,
  )
  const name = chardev && shortName(chardev)
  if (id === undefined || chardev === undefined || name === undefined || usesOf(pieces, id) !== 1)
    return undefined
  return !isDevice || hasOnly(port, ['driver', 'chardev', 'id', 'index'])
    ? { port, chardev, name }
    : undefined
}

/** QEMU numbers the ports in the order of the line. */
function areInTurn(ports: readonly Port[]): boolean {
  return ports.every(({ port }, index) => Number(valueFor(port, 'index') ?? index) === index)
}
