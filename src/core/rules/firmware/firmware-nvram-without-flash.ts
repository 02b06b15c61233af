import { partRule } from '../support/part-rule.ts'

export const rule = partRule('os', {
  id: 'firmware.nvram-without-flash',
  title: 'Firmware variables without UEFI',
  source:
    'libvirt 11.3: "firmware type \'bios\' does not support nvram", "NVRAM template is not permitted when loader is stateless"; at the start "unable to find any master var store for loader"',
  *check({ firmware, loader, nvram }) {
    const isRom =
      firmware === undefined &&
      (loader?.value ?? '') !== '' &&
      loader?.type !== 'pflash' &&
      nvram?.template === undefined &&
      nvram?.source === undefined
    if (nvram === undefined || (firmware !== 'bios' && loader?.stateless !== true && !isRom)) return
    yield {
      at: ['nvram'],
      message:
        firmware === 'bios' || isRom
          ? 'BIOS keeps no variables in a file. Leave nvram out, or set the firmware to efi.'
          : 'Stateless firmware has no file of variables. Leave nvram out.',
      fix: { title: 'Leave nvram out' },
    }
  },
})
