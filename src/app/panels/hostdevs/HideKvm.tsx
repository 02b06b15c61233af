import { type Change, type Path, pciKind } from '../../core.ts'
import { useSpecValue, vmDocument } from '../../store.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { useHostDevices } from '../host-devices.ts'
import { textAt, useSpecItems } from '../spec-values.ts'
import { hostdevsPath, listedAs } from './given.ts'

const features: Path = ['libvirt', 'features']
const hidden: Path = ['kvm', 'hidden']
const vendorId: Path = ['hyperv', 'vendor_id']
const nvidia = '10de'

/** NVIDIA's Windows drivers before 465 stop with Code 43 when they see a hypervisor. */
export function HideKvm() {
  const devices = useHostDevices()
  const hostdevs = useSpecItems(hostdevsPath)
  const said = useSpecValue(features)
  const hasNvidia = hostdevs.some((hostdev) => {
    const device = listedAs(hostdev, devices)
    return device?.vendor_id === nvidia && pciKind(device.class_code) === 'gpu'
  })
  const isHidden = textAt(said, ...hidden) === 'on' && textAt(said, ...vendorId, 'state') === 'on'
  if (!hasNvidia || isHidden) return null

  const value = textAt(said, ...vendorId, 'value') ?? 'vmwright'
  const changes: readonly Change[] = [
    { path: [...features, ...hidden], value: 'on' },
    { path: [...features, ...vendorId], value: { state: 'on', value } },
  ]
  return (
    <EmptyState
      title="An NVIDIA card is given to the guest"
      actions={
        <Button
          size="small"
          icon="fix"
          onPress={() => vmDocument.changeAll(changes, 'hide KVM from the guest')}
        >
          Hide KVM from the guest (NVIDIA Code 43)
        </Button>
      }
    >
      Windows drivers before 465 stop with Code 43 when they see KVM. Sets features.kvm.hidden and a Hyper-V
      vendor id; newer drivers and Linux need neither.
    </EmptyState>
  )
}
