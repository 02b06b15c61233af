import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.block-size',
  title: 'A size of blocks that no disk has',
  severity: 'error',
  source:
    'QEMU 10.0 at the start: "parameter logical_block_size must be a power of 2 between 512 and 2097152", "logical_block_size > physical_block_size not supported"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const { logical_block_size: logical, physical_block_size: physical } = item.blockio ?? {}
      for (const [key, size] of [
        ['logical_block_size', logical],
        ['physical_block_size', physical],
      ] as const)
        if (size !== undefined && (size < 512 || size > 2 ** 21 || !Number.isInteger(Math.log2(size))))
          yield {
            path: at(context, ...path, 'blockio', key),
            message: `A block is a power of two from 512 bytes to 2 MiB, ${size} is not. 512 and 4096 are usual.`,
            fix: removeFix(context, `Leave ${key} out`, [...path, 'blockio', key]),
          }
      if (logical !== undefined && physical !== undefined && physical < logical)
        yield {
          path: at(context, ...path, 'blockio', 'physical_block_size'),
          message: `The physical block of ${physical} bytes is smaller than the logical one of ${logical}.`,
          fix: removeFix(context, 'Leave the physical size out', [...path, 'blockio', 'physical_block_size']),
        }
    }
  },
}
