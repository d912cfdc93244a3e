-- The address of an invitation in lower case: two that differ in case alone are one.
alter table customer add column address_folded varchar(254);
update customer set address_folded = lower(address);
drop index customer_by_address;
create index customer_by_folded_address on customer (address_folded);
