import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule(['interfaces', 'hostdevs'], {
  id: 'device.rom-disabled',
  title: 'A ROM image while the ROM is off',
  fixIsSafe: true,
  source: 'libvirt 11.3: "ROM tuning is not supported when ROM is disabled"',
  check({ rom }) {
    if (rom?.enabled !== false || (rom.file === undefined && rom.bar === undefined)) return undefined
    return {
      at: ['rom', 'enabled'],
      message: 'The ROM is switched off, and there is a ROM to show. Leave one of them out.',
      fix: { title: 'Leave the ROM on' },
    }
  },
})
