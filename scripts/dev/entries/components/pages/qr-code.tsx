import { QrCode } from '../../../../../renderer/ui/QrCode.tsx';
import type { ComponentPage } from '../component-page.ts';

export const qrCodePage: ComponentPage = {
  id: 'qr-code',
  title: 'QrCode',
  states: [
    {
      id: 'short',
      name: ['短', 'Short'],
      show: (say) => <QrCode text="B1-023" label={say('车位', 'Space')} />,
    },
    {
      id: 'long',
      name: ['长', 'Long'],
      show: (say) => (
        <QrCode text={'MASLAC-INTRUM-4029-5811-'.repeat(6)} label={say('记录校验码', 'Record checksum')} />
      ),
    },
  ],
};
