import { type Change, pciKind } from '../../core.ts'
import { below, say, specPath } from '../../spec-path.ts'
import { useSpecValue, vmDocument } from '../../store.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { useHostDevices } from '../host-devices.ts'
import { useSpecItems } from '../spec-values.ts'
import { hostdevsPath, listedAs } from './given.ts'

const features = specPath(['libvirt', 'features'])
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
  const vendorId = said?.hyperv?.vendor_id
  const isHidden = said?.kvm?.hidden === 'on' && vendorId?.state === 'on'
  if (!hasNvidia || isHidden) return null

  const value = vendorId?.value ?? 'vmwright'
  const changes: readonly Change[] = [
    say(below(features, ['kvm', 'hidden']), 'on'),
    say(below(features, ['hyperv', 'vendor_id']), { state: 'on', value }),
  ]
  return (
    <EmptyState
      title={t`An NVIDIA card is given to the guest`}
      actions={
        <Button
          size="small"
          icon="fix"
          onPress={() => vmDocument.changeAll(changes, t`hide KVM from the guest`)}
        >{t`Hide KVM from the guest (NVIDIA Code 43)`}</Button>
      }
    >{t`Windows drivers before 465 stop with Code 43 when they see KVM. Sets features.kvm.hidden and a Hyper-V vendor id; newer drivers and Linux need neither.`}</EmptyState>
  )
}
