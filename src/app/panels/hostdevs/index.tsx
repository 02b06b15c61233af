import type { Path } from '../../core.ts'
import { SpecField } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { useVmDocument } from '../../store.ts'
import { useHostDevices } from '../host-devices.ts'
import { PartPanel } from '../PartPanel.tsx'
import { GivenDevices } from './GivenDevices.tsx'
import { HideKvm } from './HideKvm.tsx'
import { Listing } from './Listing.tsx'
import { PciPicker } from './PciPicker.tsx'

const shows: readonly Path[] = [
  ['libvirt', 'devices', 'hostdevs'],
  ['libvirt', 'devices', 'iommu'],
]

export function Panel() {
  const { devices, findings } = useHostDevices()
  const listing = useVmDocument((state) => state.listing)
  return (
    <PartPanel id="hostdevs" shows={shows}>
      {devices.length === 0 ? (
        <Section
          title="PCI devices"
          about="What can be picked is known as soon as the host’s devices are. Run this there, as any user, and paste what it prints; lspci -nn will do as well, without the groups."
        >
          <Listing findings={listing === undefined ? [] : findings} />
        </Section>
      ) : (
        <PciPicker devices={devices} findings={findings} />
      )}
      <Section
        title="Given to the guest"
        about="PCI, USB, SCSI and mediated devices, each with its settings."
      >
        <HideKvm />
        <GivenDevices />
      </Section>
      <Section>
        <SpecField path={['libvirt', 'devices', 'iommu']} label="IOMMU of the guest" />
      </Section>
    </PartPanel>
  )
}
