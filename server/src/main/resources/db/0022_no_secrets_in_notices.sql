-- A notice names its webhook; address and secrets stand with the webhook alone.
update notify.notice
   set address = contact_id::text
 where channel = 'webhook'
   and contact_id is not null;

-- The code that proves a contact goes when its notice has gone out, or never will.
update notify.notice
   set params = params - 'code'
 where kind = 'contact-code'
   and wake_at is null;
