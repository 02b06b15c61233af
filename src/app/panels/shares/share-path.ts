import { type ItemAt, specPath } from '../../spec-path.ts'

export const shares = specPath(['libvirt', 'devices', 'filesystems'])

export type Share = ItemAt<typeof shares>
