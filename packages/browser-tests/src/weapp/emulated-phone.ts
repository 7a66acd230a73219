/** What a person does with WeChat itself, played at the emulator: there codes are minted and payment signatures verified. */
export interface EmulatedPhone {
  readonly user: string;
  loginCode(): Promise<string>;
  /** The detail of the event that the phone-number button fires. */
  phoneNumber(): Promise<object>;
  pay(params: object): Promise<object>;
  confirmTransfer(params: object): Promise<object>;
  grant(templateIds: readonly string[]): Promise<object>;
  /** Confirms the receipt of an order on WeChat's own page. */
  receive(order: Readonly<Record<string, unknown>>): Promise<object>;
}

type Played = { readonly ok: boolean; readonly errMsg: string } & Readonly<Record<string, unknown>>;

/** The phone of one person in one mini-program; the emulator makes the person when it first hears of him. */
export async function emulatedPhone(control: string, appid: string, user: string): Promise<EmulatedPhone> {
  const ask = async (call: string, body: object): Promise<Played> => {
    const response = await fetch(`${control}/control/${call}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${call}:fail ${await response.text()}`);
    return (await response.json()) as Played;
  };
  const play = async (call: string, body: object): Promise<Played> => {
    const played = await ask(call, { user, ...body });
    if (!played.ok) throw new Error(played.errMsg);
    return played;
  };
  await ask('users', { id: user });
  return {
    user,
    loginCode: async () => String((await play('login', { appid }))['code']),
    phoneNumber: () => ask('phone', { appid, user }),
    pay: (params) => play('pay', { appid, params }),
    confirmTransfer: (params) => play('confirm', { params }),
    grant: async (templateIds) => (await play('grant', { appid, templateIds }))['results'] as object,
    receive: ({ merchant_id: mchid, merchant_trade_no: outTradeNo }) => ask('receive', { mchid, outTradeNo }),
  };
}
