import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.block-size',
  title: 'A size of blocks that no disk has',
  source:
    'QEMU 10.0 at the start: "parameter logical_block_size must be a power of 2 between 512 and 2097152", "logical_block_size > physical_block_size not supported"',
  *check(disk) {
    const { logical_block_size: logical, physical_block_size: physical } = disk.blockio ?? {}
    for (const [key, size] of [
      ['logical_block_size', logical],
      ['physical_block_size', physical],
    ] as const)
      if (size !== undefined && (size < 512 || size > 2 ** 21 || !Number.isInteger(Math.log2(size))))
        yield {
          at: ['blockio', key],
          message: `A block is a power of two from 512 bytes to 2 MiB, ${size} is not. 512 and 4096 are usual.`,
          fix: { title: `Leave ${key} out` },
        }
    if (logical !== undefined && physical !== undefined && physical < logical)
      yield {
        at: ['blockio', 'physical_block_size'],
        message: `The physical block of ${physical} bytes is smaller than the logical one of ${logical}.`,
        fix: { title: 'Leave the physical size out' },
      }
  },
})
