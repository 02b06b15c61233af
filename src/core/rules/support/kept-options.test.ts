import { expect, it } from 'vitest'
import { liftForQemu } from '../../lift/index.ts'
import { readArgv } from '../../qemu/index.ts'
import { checkDesign } from '../index.ts'

function codesOf(line: string) {
  const [read] = readArgv(`qemu-system-x86_64 -M q35 -m 1G ${line}`).commands
  return checkDesign(liftForQemu(read?.domain ?? {}, undefined), undefined).map(({ code }) => code)
}

it.each([
  '-vnc unix:/run/a.sock,password=on',
  '-display gtk',
  '-display curses',
  '-display none -device vfio-pci,host=01:00.0,x-odd=1',
])('a display that is kept for QEMU can be looked at: %s', (line) => {
  expect(codesOf(line)).not.toContain('guest.unreachable')
})

it('a line without any is said to be unreachable', () => {
  expect(codesOf('-display none')).toContain('guest.unreachable')
})

it.each(['-display sdl,gl=es', '-display gtk,gl=on', '-display sdl,gl=core'])(
  'OpenGL of a display that is kept is OpenGL: %s',
  (line) => {
    expect(codesOf(`-device virtio-vga-gl ${line}`)).not.toContain('video.accel3d-display')
  },
)

it('a display without it is not', () => {
  expect(codesOf('-device virtio-vga-gl -display gtk')).toContain('video.accel3d-display')
})
