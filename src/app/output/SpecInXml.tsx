import { StatusLine } from '../layout/index.ts'
import { Switch, TypedForm, useStoredFlag } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { specInXmlKey } from './spec-in-xml.ts'

/** What is in the XML that is taken and not in the XML that is shown, and the switch for it. */
export function SpecInXml() {
  const [isOn, turn] = useStoredFlag(specInXmlKey, true)
  return (
    <StatusLine tone="quiet">
      <TypedForm>
        <Switch
          label={t`Carry the design along`}
          help={t`Copies and downloads of this XML, and the bundle, hold the vm.yml in the XML’s metadata, without passwords: opening such XML brings the whole design back. libvirt keeps it.`}
          value={isOn}
          onChange={turn}
        />
      </TypedForm>
    </StatusLine>
  )
}
