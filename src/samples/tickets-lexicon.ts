import type { Lexicon } from './grammar.ts';

export const lexicon: Lexicon = {
  hello: ['Hi,', 'Hello,', 'Dear team,', 'Good morning,', '', '', 'Hey there,'],
  bye: ['Thanks!', 'Best, {name}', 'Regards', '', '', 'Please help.', 'Thank you, {name}'],
  name: ['Sam', 'Ines', 'Oluwa', 'Marta', 'Kenji', 'Lea', 'Tom', 'Priya'],
  product: [
    'desk lamp',
    'rain jacket',
    'coffee grinder',
    'phone case',
    'garden hose',
    'office chair',
    'puzzle',
    'water bottle',
    'tent',
  ],
  days: ['two days', 'a week', 'ten days', 'three weeks', 'since Monday'],
  device: ['my phone', 'the tablet', 'my laptop', 'the website', 'the app'],
  amount: ['12.50', '89', '240', '7.99', '33'],
};

/** Sentences that belong to one class each; some words are shared between classes on purpose. */
export const sentences: Readonly<Record<string, readonly string[]>> = {
  billing: [
    'I was charged {amount} twice for the {product}.',
    'Where can I download the invoice for my {product}?',
    'The voucher did not come off the price of the {product}.',
    'My card was declined although there is money on it.',
    'You took {amount} from my account and I do not know what for.',
    'Please change the billing address on the receipt.',
  ],
  delivery: [
    'The {product} has been on its way for {days}.',
    'The tracking page has not changed since {days}.',
    'The courier left the {product} at the wrong door.',
    'Can you deliver the {product} to my office instead?',
    'Half of my order is missing from the parcel.',
    'When will the {product} arrive?',
  ],
  returns: [
    'I would like to send the {product} back, it is the wrong size.',
    'The {product} arrived broken, how do I get a new one?',
    'Where is the return label for the {product}?',
    'I sent the {product} back {days} ago and still wait for my {amount}.',
    'Can I exchange the {product} for another colour?',
  ],
  account: [
    'I cannot log in on {device} any more.',
    'The link to reset my password never arrives.',
    'Please delete my account and all my data.',
    'How do I change the e-mail address of my account?',
    'It says my account is locked after the wrong code.',
  ],
  technical: [
    'On {device} the page stays white when I open the basket.',
    'The search shows an error for {days}.',
    'Pictures of the {product} do not load on {device}.',
    'The app crashes when I tap on checkout.',
    'The filter by size does nothing on {device}.',
  ],
};
